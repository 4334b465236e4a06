import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

const FRESH_MS = 60_000

/** Of what a condition may ask. Empty while nobody has said it. */
export function useConditionFields(connectionId: string, table: string, enabled: boolean) {
  const host = useHost()
  const { data } = useQuery({
    queryKey: ['condition-fields', connectionId, table],
    queryFn: ({ signal }) => host.call('readConditionFields', { params: { connectionId }, query: { table }, signal }),
    enabled,
    staleTime: FRESH_MS,
    retry: false,
  })
  return data?.fields ?? []
}
