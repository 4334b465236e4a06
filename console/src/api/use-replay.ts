import type { RulesVersion, SyncDirection, TestedScripts, TestSubject } from '@accord/shared/schemas'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import { useReadVersion } from './use-rules-versions.ts'

/** Every version that was published, the newest first, once somebody wants to run one. */
export function useVersions(connectionId: string, enabled: boolean) {
  const host = useHost()
  return useQuery({
    queryKey: ['rules-versions', connectionId],
    queryFn: ({ signal }) => host.call('listRulesVersions', { params: { connectionId }, signal }),
    enabled,
  })
}

interface Wanted {
  readonly table: string
  readonly subject: TestSubject
  /** Of the script that is tried, and of the other one. */
  readonly scripts: Readonly<Record<SyncDirection, RulesVersion>>
  readonly language: string
}

/** Runs published versions on a record or a message, writing nothing. */
export function useReplay(connectionId: string) {
  const host = useHost()
  const read = useReadVersion(connectionId)
  return useMutation<TestedScripts, Error, Wanted>({
    mutationFn: async ({ table, subject, scripts, language }) => {
      const [outgoing, incoming] = await Promise.all([read(scripts.outgoing), read(scripts.incoming)])
      const { mayWiden } = scripts.incoming
      const body = { table, outgoing, incoming, mayWiden, language, subject }
      return host.call('testScripts', { params: { connectionId }, body })
    },
  })
}
