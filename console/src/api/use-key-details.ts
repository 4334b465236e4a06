import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** How old the keys of a connection are, live. */
export function useKeyDetails(connectionId: string) {
  const host = useHost()
  const refetchInterval = useNodePoll()
  return useQuery({
    queryKey: ['keys', connectionId],
    queryFn: ({ signal }) => host.call('readKeyDetails', { params: { connectionId }, signal }),
    refetchInterval,
  })
}
