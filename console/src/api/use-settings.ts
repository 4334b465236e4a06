import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

export function useNodeSettings() {
  const host = useHost()
  return useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => host.call('readSettings', { signal }),
    staleTime: 0,
  })
}

export function useLicence() {
  const host = useHost()
  return useQuery({
    queryKey: ['licence'],
    queryFn: ({ signal }) => host.call('readLicence', { signal }),
    staleTime: 0,
  })
}
