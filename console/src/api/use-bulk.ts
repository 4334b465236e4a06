import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** What is done with many pairs at once: live while one of them is under way. */
export function useBulks() {
  const host = useHost()
  const poll = useNodePoll()
  return useQuery({
    queryKey: ['bulks'],
    queryFn: ({ signal }) => host.call('listBulks', { signal }),
    refetchInterval: (query) =>
      query.state.data?.bulks.some(({ state }) => state === 'running') ? poll(query) : false,
  })
}
