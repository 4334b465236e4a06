import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** What waits here in quarantine, as it is when it is asked for; nothing of it is kept after that. */
export function useHeldMessage(itemId: string) {
  const host = useHost()
  return useQuery({
    queryKey: ['held-message', itemId],
    queryFn: ({ signal }) => host.call('readHeldMessage', { params: { itemId }, signal }),
    gcTime: 0,
    staleTime: Infinity,
  })
}
