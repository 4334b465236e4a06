import type { Finding } from '@accord/shared/schemas'

import type { PublicUrlRecord } from '../store/node/public-urls.ts'

const SHOWN_MS = 14 * 86_400_000

/** For two weeks after this node has another public URL; nothing to say in the usual case. */
export function findingsOfMove(last: PublicUrlRecord | undefined, now: Date): Finding[] {
  if (!last || last.seq === 0 || now.getTime() - last.since.getTime() > SHOWN_MS) return []
  const { url, since, connections, revoked } = last
  return [
    {
      code: 'moved',
      state: 'warning',
      detail: `This node has been at ${url} since ${since.toISOString()}: ${revoked} open invitation codes named the old address and were revoked, and the other sides of ${connections} connections may still call it until they have received the new one.`,
      remedy:
        'Issue new codes. A connection whose other side goes on calling the old address learns the new one by a code that renews the keys.',
    },
  ]
}
