import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useBesidePoll, useNodePoll } from './live-poll.ts'

/** Work that was given up or keeps failing, asked again each `everyMs` while the page is visible. */
export function useStuckJobs(everyMs: number) {
  const host = useHost()
  const refetchInterval = useNodePoll(everyMs)
  return useQuery({
    queryKey: ['stuck-jobs'],
    queryFn: ({ signal }) => host.call('listStuckJobs', { signal }),
    refetchInterval,
  })
}

/** The same beside any other page: what is known of it. */
export function useStuckCount(everyMs: number, enabled: boolean) {
  const host = useHost()
  const refetchInterval = useBesidePoll(everyMs)
  return useQuery({
    queryKey: ['stuck-jobs'],
    queryFn: ({ signal }) => host.call('listStuckJobs', { signal }),
    refetchInterval,
    enabled,
    select: ({ dead, retrying }) => dead + retrying,
  })
}
