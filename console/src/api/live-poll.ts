import type { Query } from '@tanstack/react-query'
import { problemOf } from '../host/refusal.ts'

const LIVE_POLL_MS = 2_000

/**
 * How often an open page asks for changes while it is visible, in milliseconds; false after a refusal that asking again
 * cannot remedy. An ended session is one of them: each further call would only fail until somebody logs in.
 */
export function livePollInterval({ state }: Pick<Query, 'state'>): number | false {
  if (!state.error) return LIVE_POLL_MS
  const { code, retry } = problemOf(state.error)
  return retry && code !== 'session_ended' ? LIVE_POLL_MS : false
}
