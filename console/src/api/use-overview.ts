import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

/** A node writes what has moved each ten seconds. */
const EVERY_MS = 10_000

/** What needs a person, and how connections move. */
export function useOverview() {
  const host = useHost()
  const refetchInterval = useNodePoll(EVERY_MS)
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => host.call('readOverview', { signal }),
    refetchInterval,
  })
}
