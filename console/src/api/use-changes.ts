import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Changes, Reconciling } from '@accord/shared/schemas'
import { useEffect } from 'react'
import { type ConsoleHost, useHost } from '../host/console-host.ts'
import { LIVE_POLL_MS, pauseAfter } from '../host/poll-pauses.ts'
import { retryInterval } from './live-poll.ts'

export const CHANGES_KEY = ['changes'] as const

export interface Seen {
  readonly revision: string
  readonly isWaiting: boolean
  /** Answers in a row without news. */
  readonly quiet: number
  readonly reconciling?: Reconciling
}

/** One look for the whole page, again and again, and only while it is visible; what shows what has changed asks again. */
export const changesQuery = (call: ConsoleHost['call'], queries: QueryClient) =>
  queryOptions<Seen>({
    queryKey: CHANGES_KEY,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<Seen>(CHANGES_KEY)
      const changes = await call('readChanges', { query: before ? { since: before.revision } : {}, signal })
      if (changes.hasChanged) refresh(queries, changes)
      const { revision, isWaiting, hasChanged, reconciling } = changes
      const quiet = hasChanged || !before ? 0 : before.quiet + 1
      return { revision, isWaiting, quiet, ...(reconciling ? { reconciling } : {}) }
    },
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) => retryInterval(error, data ? pauseAfter(data) : LIVE_POLL_MS),
    refetchIntervalInBackground: false,
  })

/** On a host that can tell what changed. True once the first answer is there: what is asked from then on misses nothing. */
export function useChanges(isPaired: boolean): boolean {
  const host = useHost()
  const queries = useQueryClient()
  const enabled = isPaired && host.offers('readChanges')
  useEffect(() => host.attendance?.onReturn(() => void queries.invalidateQueries()), [host, queries])
  const { isFetched } = useQuery({ ...changesQuery(host.call, queries), enabled })
  return isFetched || !enabled
}

/** By the second part of their keys; the first says what they are about. */
const OF_CONNECTION: ReadonlySet<unknown> = new Set(['connection', 'keys', 'sync', 'trail', 'items'])
const OF_ANY: ReadonlySet<unknown> = new Set(['connections', 'sync-item', 'stuck-jobs'])

function refresh(queries: QueryClient, { connections, pairsOf }: Changes): void {
  const changed = connections && new Set<unknown>([...connections, ...pairsOf])
  void queries.invalidateQueries({
    predicate: ({ queryKey: [about, id] }) =>
      OF_ANY.has(about) || (OF_CONNECTION.has(about) && (changed === null || changed.has(id))),
  })
}
