import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** What a message said, as it is when it is asked for; nothing of it is kept after that. */
export function useSyncMessage(itemId: string, mid: string, enabled: boolean) {
  const host = useHost()
  return useQuery({
    queryKey: ['sync-message', itemId, mid],
    queryFn: ({ signal }) => host.call('readSyncMessage', { params: { itemId, mid }, signal }),
    enabled,
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  })
}
