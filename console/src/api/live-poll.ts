import type { Query } from '@tanstack/react-query'
import { useHost, type Attendance } from '../host/console-host.ts'
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
  const { attendance, offers } = useHost()
  const isInformed = offers('readChanges')
  return ({ state: { error } }) => {
    if (!isInformed) return retryInterval(error, LIVE_POLL_MS)
    return error !== null && isAttended(attendance) && retryInterval(error, RETRY_MS)
  }
}

/**
 * What only the node knows. On an instance each question is a call through it, which its person's session waits for: an open
 * page asks seldom there, and only as long as somebody uses it. Who comes back is shown everything anew.
 */
export function useNodePoll(everyMs = LIVE_POLL_MS): Interval {
  const { attendance, offers } = useHost()
  const isInformed = offers('readChanges')
  return ({ state: { error } }) => {
    if (!isInformed) return retryInterval(error, everyMs)
    return isAttended(attendance) && retryInterval(error, Math.max(everyMs, SLOW_POLL_MS))
  }
}

/** What stands beside every page, and for which alone no node is asked: only where asking costs nobody anything. */
export function useBesidePoll(everyMs: number): Interval {
  const isInformed = useHost().offers('readChanges')
  return ({ state: { error } }) => !isInformed && retryInterval(error, everyMs)
}

const isAttended = (attendance: Attendance | undefined): boolean => attendance?.isAttended() ?? true
