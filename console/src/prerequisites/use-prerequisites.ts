import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** `tries`: may this user let the node try now? Otherwise what the node knows is asked for. */
export function usePrerequisites(tries: boolean) {
  const host = useHost()
  return useQuery({
    queryKey: ['prerequisites', tries],
    queryFn: ({ signal }) => host.call(tries ? 'checkPrerequisites' : 'readStatus', { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
}
