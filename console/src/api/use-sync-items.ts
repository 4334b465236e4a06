import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** A page of the pairs of a connection, live; the page before stands until the new one is there. */
export function useSyncItems(connectionId: string, question: Readonly<Record<string, string>>) {
  const host = useHost()
  const refetchInterval = useNodePoll()
  return useQuery({
    queryKey: ['items', connectionId, question],
    queryFn: ({ signal }) => host.call('listSyncItems', { params: { connectionId }, query: question, signal }),
    refetchInterval,
    placeholderData: keepPreviousData,
  })
}

/** One pair with its history, live. */
export function useSyncItem(itemId: string) {
  const host = useHost()
  const refetchInterval = useNodePoll()
  return useQuery({
    queryKey: ['sync-item', itemId],
    queryFn: ({ signal }) => host.call('readSyncItem', { params: { itemId }, signal }),
    refetchInterval,
  })
}
