import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** A page of the pairs of all connections, live; the page before stands until the new one is there. */
export function useSyncQueue(question: Readonly<Record<string, string>>) {
  const host = useHost()
  const refetchInterval = useNodePoll()
  return useQuery({
    queryKey: ['items', 'queue', question],
    queryFn: ({ signal }) => host.call('readSyncQueue', { query: question, signal }),
    refetchInterval,
    placeholderData: keepPreviousData,
  })
}
