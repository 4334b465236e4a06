/** How often an open page asks for changes while it is visible. */
export const LIVE_POLL_MS = 2_000
