import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

const REFRESH_MS = 5_000

/** What this side has configured, asked again while the page is open: another admin may publish, the other side become ready. */
export function useSyncConfiguration(connectionId: string) {
  const host = useHost()
  const refetchInterval = useNodePoll(REFRESH_MS)
  return useQuery({
    queryKey: ['sync', connectionId],
    queryFn: ({ signal }) => host.call('readSyncConfiguration', { params: { connectionId }, signal }),
    refetchInterval,
  })
}
