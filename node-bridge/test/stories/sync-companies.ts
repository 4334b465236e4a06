import type { DatabaseKind } from '../databases.ts'
import type { MemoryTable } from '../trackers/memory/memory-records.ts'
import { accept, initiate, untilState } from './company.ts'
import { INCIDENT_ONLY, pairsOf, startSyncCompany, type SyncCompany, untilSettled } from './sync-company.ts'

/** Two companies with records and an active connection, before anybody has configured sync. */
export interface SyncCompanies {
  readonly acme: SyncCompany
  readonly globex: SyncCompany
  readonly ids: { readonly acme: string; readonly globex: string }
  readonly settled: () => Promise<true>
  readonly close: () => Promise<void>
}

/** On databases of their own. `tables`: of Globex, where they are others than those of Acme; `settings`: of it alone. */
export async function startSyncCompanies(
  kind: DatabaseKind,
  tables: Readonly<Record<string, MemoryTable>> = INCIDENT_ONLY,
  settings: Readonly<Record<string, string>> = {},
): Promise<SyncCompanies> {
  const [first, second] = [await kind.fresh(), await kind.fresh()]
  const [acme, globex] = await Promise.all([
    startSyncCompany('Acme', first.databaseUrl),
    startSyncCompany('Globex', second.databaseUrl, settings, tables),
  ])
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const ids = { acme: connection.id, globex: accepted.id }
  return {
    acme,
    globex,
    ids,
    settled: () =>
      untilSettled([
        [acme, ids.acme],
        [globex, ids.globex],
      ]),
    close: async () => void (await Promise.all([acme.close(), globex.close()])),
  }
}

/** Of each pair, how many messages this side has sent. */
export const sentBy = async (company: SyncCompany, connectionId: string): Promise<number[]> =>
  (await pairsOf(company, connectionId)).map(({ sentSeq }) => sentSeq)
