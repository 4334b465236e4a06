import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** Work that was given up or keeps failing, asked again each `everyMs` while the page is visible. */
export function useStuckJobs(everyMs: number, enabled = true) {
  const host = useHost()
  const refetchInterval = useNodePoll(everyMs)
  return useQuery({
    queryKey: ['stuck-jobs'],
    queryFn: ({ signal }) => host.call('listStuckJobs', { signal }),
    refetchInterval,
    enabled,
  })
}
