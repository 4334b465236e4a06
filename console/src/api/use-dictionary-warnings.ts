import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

const REFRESH_MS = 60_000

/** What published scripts name and the tracker's dictionary no longer says. `versions`: the ones that count. */
export function useDictionaryWarnings(connectionId: string, versions: string) {
  const host = useHost()
  const refetchInterval = useNodePoll(REFRESH_MS)
  return useQuery({
    queryKey: ['dictionary', connectionId, versions],
    queryFn: ({ signal }) => host.call('readDictionaryWarnings', { params: { connectionId }, signal }),
    refetchInterval,
  })
}
