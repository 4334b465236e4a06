import type { Query } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { LIVE_POLL_MS } from '../host/poll-pauses.ts'
import { problemOf } from '../host/refusal.ts'

/** How often a page looks where nothing else tells it that something changed. */
const SLOW_POLL_MS = 30_000
const RETRY_MS = 10_000

type Interval = (query: Pick<Query, 'state'>) => number | false

/** Milliseconds until a refused question is asked again; false where that cannot remedy it, as after the session's end. */
export function retryInterval(error: Error | null, everyMs: number): number | false {
  if (!error) return everyMs
  const { code, retry } = problemOf(error)
  return retry && code !== 'session_ended' ? everyMs : false
}

/** What an open page shows of connections: by itself each two seconds, or as soon as the host tells that they changed. */
export function useLivePoll(): Interval {
  const isInformed = useHost().offers('readChanges')
  return ({ state: { error } }) =>
    isInformed ? error !== null && retryInterval(error, RETRY_MS) : retryInterval(error, LIVE_POLL_MS)
}

/** What only the node knows: on an instance each question is a call through it, so an open page asks seldom. */
export function useNodePoll(everyMs = LIVE_POLL_MS): Interval {
  const isInformed = useHost().offers('readChanges')
  return ({ state: { error } }) => retryInterval(error, isInformed ? Math.max(everyMs, SLOW_POLL_MS) : everyMs)
}
