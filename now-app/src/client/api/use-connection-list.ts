import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { livePollInterval } from './live-poll.ts'

/** All connections, asked again each two seconds while the page is visible. */
export function useConnectionList() {
  const host = useHost()
  return useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => host.call('listConnections', { signal }),
    refetchInterval: livePollInterval,
  })
}
