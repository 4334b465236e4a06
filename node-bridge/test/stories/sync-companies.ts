import { EACH_FAULT } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import type { MemoryTable } from '../trackers/memory/memory-records.ts'
import type { Backups } from './backups.ts'
import { accept, initiate, untilState } from './company.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  pairsOf,
  startSyncCompany,
  type SyncCompany,
  untilSettled,
} from './sync-company.ts'

/** Two companies with records and an active connection, before anybody has configured sync. */
export interface SyncCompanies {
  readonly acme: SyncCompany
  readonly globex: SyncCompany
  readonly ids: { readonly acme: string; readonly globex: string }
  readonly settled: () => Promise<true>
  readonly close: () => Promise<void>
}

interface Databases {
  fresh(): Promise<{ readonly databaseUrl?: string | undefined }>
}

/** On databases of their own. `tables`: of Globex, where they are others than those of Acme; `settings`: of it alone. */
export async function startSyncCompanies(
  kind: Databases,
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

export interface RestorableCompanies extends SyncCompanies {
  /** Neither side reaches the other. */
  cut(isCut: boolean): void
}

/** Both send and take every record, on databases that can be set back. */
export async function startRestorableCompanies(kind: Backups): Promise<RestorableCompanies> {
  const both = await startSyncCompanies({ fresh: async () => ({ databaseUrl: await kind.createDatabase() }) })
  const { acme, globex, ids } = both
  await configureSync(acme, ids.acme)
  await configureSync(globex, ids.globex)
  return {
    ...both,
    cut: (isCut) => {
      for (const { proxy } of [acme, globex]) proxy.follow(isCut ? () => EACH_FAULT['drop-before'] : passAll)
    },
  }
}

/** Of each pair, how many messages this side has sent. */
export const sentBy = async (company: SyncCompany, connectionId: string): Promise<number[]> =>
  (await pairsOf(company, connectionId)).map(({ sentSeq }) => sentSeq)
