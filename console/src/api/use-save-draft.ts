import type { InputOf } from '@accord/shared/contracts'
import type { SavedSyncDraft, SyncConfiguration } from '@accord/shared/schemas'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** What was asked before the answer is older than it. */
export async function noteConfiguration(
  queries: QueryClient,
  connectionId: string,
  change: (known: SyncConfiguration) => SyncConfiguration,
): Promise<void> {
  const queryKey = ['sync', connectionId]
  await queries.cancelQueries({ queryKey })
  queries.setQueriesData<SyncConfiguration>({ queryKey }, (known) => known && change(known))
}

/** Has the node keep what is being written; the page knows it at once, without another question. */
export function useSaveDraft(connectionId: string) {
  const host = useHost()
  const queries = useQueryClient()
  return {
    save: async (body: InputOf<'saveSyncDraft'>['body']): Promise<SavedSyncDraft> => {
      const saved = await host.call('saveSyncDraft', { params: { connectionId }, body })
      await noteConfiguration(queries, connectionId, (known) =>
        known.table === body.table ? { ...known, draft: saved.draft } : known,
      )
      return saved
    },
    /** What somebody else has written meanwhile. */
    askAnew: () => queries.invalidateQueries({ queryKey: ['sync', connectionId] }),
  }
}
