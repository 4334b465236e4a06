import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useLivePoll } from './live-poll.ts'

export const connectionKey = (connectionId: string | undefined) => ['connection', connectionId] as const

/** One connection with its handshake log, live. `connectionId` undefined: nothing is asked yet. */
export function useConnection(connectionId: string | undefined) {
  const host = useHost()
  const refetchInterval = useLivePoll()
  return useQuery({
    queryKey: connectionKey(connectionId),
    queryFn: ({ signal }) => host.call('readConnection', { params: { connectionId: connectionId ?? '' }, signal }),
    enabled: connectionId !== undefined,
    refetchInterval,
  })
}
