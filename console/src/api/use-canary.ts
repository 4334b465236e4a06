import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** Scripts that some pairs run first: live while they are tried. */
export function useCanary(connectionId: string) {
  const host = useHost()
  const poll = useNodePoll()
  return useQuery({
    queryKey: ['canary', connectionId],
    queryFn: ({ signal }) => host.call('readCanary', { params: { connectionId }, signal }),
    refetchInterval: (query) => (query.state.data?.canary?.state === 'running' ? poll(query) : false),
  })
}
