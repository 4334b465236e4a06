import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** How far a check of what both sides hold has come: live while it runs. */
export function useDrift(connectionId: string) {
  const host = useHost()
  const poll = useNodePoll()
  return useQuery({
    queryKey: ['drift', connectionId],
    queryFn: ({ signal }) => host.call('readDrift', { params: { connectionId }, signal }),
    refetchInterval: (query) => {
      const state = query.state.data?.check?.state
      return state === undefined || state === 'done' ? false : poll(query)
    },
  })
}
