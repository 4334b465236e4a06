import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** May this user open sync access? Only the page on the instance can tell, since only there it is changed. */
export function useMayAllow() {
  const host = useHost()
  const isHere = host.offers('readSyncAccess')
  const { data } = useQuery({
    queryKey: ['sync-access'],
    queryFn: ({ signal }) => host.call('readSyncAccess', { signal }),
    enabled: isHere,
  })
  return { isHere, mayChange: data?.mayChange ?? true }
}

/** What the instance calls the fields of a table, by name; empty where nobody can say. */
export function useFieldLabels(table: string): ReadonlyMap<string, string> {
  const host = useHost()
  const { data } = useQuery({
    queryKey: ['openable-table', table],
    queryFn: ({ signal }) => host.call('readOpenableTable', { query: { table }, signal }),
    enabled: host.offers('readOpenableTable'),
    staleTime: 600_000,
  })
  return new Map([...(data?.fields ?? []), ...(data?.journals ?? [])].map(({ name, label }) => [name, label]))
}
