import type { SyncConfiguration, SyncDirection } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** What was published before; asked anew where something else counts now. */
export function useRulesVersions({ connectionId, outgoing, incoming }: SyncConfiguration) {
  const host = useHost()
  return useQuery({
    queryKey: ['rules-versions', connectionId, outgoing?.version, incoming?.version],
    queryFn: ({ signal }) => host.call('listRulesVersions', { params: { connectionId }, signal }),
  })
}

export interface VersionName {
  readonly direction: SyncDirection
  readonly version: number
}

/** Reads the text of a version, which never changes. */
export function useReadVersion(connectionId: string) {
  const host = useHost()
  return async ({ direction, version }: VersionName): Promise<string> =>
    (await host.call('readRulesVersion', { params: { connectionId }, body: { direction, version } })).source
}

export function useVersionText(connectionId: string, name: VersionName | undefined) {
  const read = useReadVersion(connectionId)
  return useQuery({
    queryKey: ['rules-version', connectionId, name?.direction, name?.version],
    queryFn: () => (name ? read(name) : ''),
    enabled: name !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
