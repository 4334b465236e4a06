import type { SyncUser } from '@accord/shared/schemas'
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

/** Labels of a table's fields by their names; empty where the host is no instance. */
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

/** What this instance opens to sync. Only an instance has it: elsewhere nothing is asked. */
export function useSyncAccess() {
  const host = useHost()
  return useQuery({
    queryKey: ['sync-access'],
    queryFn: ({ signal }) => host.call('readSyncAccess', { signal }),
    enabled: host.offers('readSyncAccess'),
    staleTime: 0,
  })
}

export function useOpenableTable(table: string) {
  const host = useHost()
  return useQuery({
    queryKey: ['sync-access', table],
    queryFn: ({ signal }) => host.call('readOpenableTable', { query: { table }, signal }),
    staleTime: 0,
  })
}

/** A job of the instance checks what the user may do; until it has, the page looks again. */
const isBeingChecked = (user: SyncUser | undefined): boolean =>
  user?.isThere === true && user.isActive && user.rights.some(({ checkedAt }) => checkedAt === null)

export function useSyncUser() {
  const host = useHost()
  return useQuery({
    queryKey: ['sync-user'],
    queryFn: ({ signal }) => host.call('readSyncUser', { signal }),
    enabled: host.offers('readSyncUser'),
    staleTime: 0,
    refetchInterval: ({ state }) => (isBeingChecked(state.data) ? 1500 : false),
  })
}
