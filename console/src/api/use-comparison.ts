import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** Which records differ after a restore. The list of pairs says live whether there are any; this is asked when somebody looks. */
export function useComparison(connectionId: string) {
  const host = useHost()
  return useQuery({
    queryKey: ['comparison', connectionId],
    queryFn: ({ signal }) => host.call('readComparison', { params: { connectionId }, signal }),
  })
}
