import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

export const STATUS_KEY = ['status'] as const

/** The node as its instance sees it, with the prerequisites. Asked afresh whenever a page needs it. */
export function useNodeStatus(enabled = true) {
  const host = useHost()
  return useQuery({
    queryKey: STATUS_KEY,
    queryFn: ({ signal }) => host.call('readStatus', { signal }),
    enabled,
    staleTime: 0,
  })
}
