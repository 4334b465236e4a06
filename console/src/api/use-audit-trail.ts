import type { AuditTrail } from '@accord/shared/schemas'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** What was done with a connection, newest first, a page at a time; the pages that are open stay live. */
export function useAuditTrail(connectionId: string) {
  const host = useHost()
  const refetchInterval = useNodePoll(REFRESH_MS)
  return useInfiniteQuery({
    queryKey: ['trail', connectionId],
    queryFn: ({ pageParam, signal }): Promise<AuditTrail> =>
      host.call('readAuditTrail', {
        params: { connectionId },
        query: pageParam === null ? {} : { before: String(pageParam) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    refetchInterval,
  })
}

const REFRESH_MS = 5_000
