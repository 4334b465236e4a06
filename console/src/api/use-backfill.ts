import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** How far bringing in the records of before has come: live while it runs. */
export function useBackfill(connectionId: string) {
  const host = useHost()
  const poll = useNodePoll()
  return useQuery({
    queryKey: ['backfill', connectionId],
    queryFn: ({ signal }) => host.call('readBackfill', { params: { connectionId }, signal }),
    refetchInterval: (query) => (query.state.data?.backfill?.state === 'running' ? poll(query) : false),
  })
}
