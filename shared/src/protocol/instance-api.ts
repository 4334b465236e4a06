/** The instance's own Scripted REST interface, under /api/x_accrd_bridge/v1. The bridge calls the first two. */
export const INSTANCE_API = {
  base: '/api/x_accrd_bridge/v1',
  discovery: '/discovery',
  events: '/events',
} as const

/** Headers of a signed callback from the node to its instance (PROTOCOL.md §8). */
export const CALLBACK_HEADERS = { timestamp: 'x-accord-timestamp', signature: 'x-accord-signature' } as const

/** What the callback signature covers; the same lines are built on both sides. `timestamp`: milliseconds since 1970. */
export const callbackSigningInput = (timestamp: string, body: string): string =>
  'accord-callback-v1\n' + timestamp + '\n' + body
