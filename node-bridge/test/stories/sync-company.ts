import { readFileSync } from 'node:fs'

import { publishRules } from '../../src/sync/configuration/publish-rules.ts'
import { setTrigger } from '../../src/sync/configuration/set-trigger.ts'
import { listPairs } from '../../src/store/sync-pairs.ts'
import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { COMPANY_TABLES } from '../trackers/memory/company-tables.ts'
import { createMemoryTracker, type MemoryTracker } from '../trackers/memory/memory-tracker.ts'
import type { MemoryRecord, MemoryTable } from '../trackers/memory/memory-records.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type Company, startCompany } from './company.ts'

/** A company with records. */
export interface SyncCompany extends Company {
  readonly tracker: MemoryTracker
}

export const INCIDENT_ONLY = { incident: COMPANY_TABLES['incident'] as MemoryTable }

export async function startSyncCompany(
  name: string,
  databaseUrl?: string,
  settings: Readonly<Record<string, string>> = {},
  tables: Readonly<Record<string, MemoryTable>> = INCIDENT_ONLY,
): Promise<SyncCompany> {
  let tracker: MemoryTracker | undefined
  const createTracker = (instanceUid: string) => (tracker ??= createMemoryTracker({ instanceUid, tables }))
  const company = await startCompany(name, databaseUrl, undefined, { createTracker, settings })
  if (!tracker) throw new Error('The node has asked for no tracker')
  return Object.assign(company, { tracker })
}

export const script = (direction: 'outgoing' | 'incoming') =>
  readFileSync(new URL(`./sync-scripts/${direction}.ts.txt`, import.meta.url), 'utf8')

/** What an admin does on the page: both scripts, and a trigger. `scripts`: others than the usual ones. */
export async function configureSync(
  company: Company,
  connectionId: string,
  scripts: { readonly outgoing?: string; readonly incoming?: string } = {},
): Promise<void> {
  for (const direction of ['outgoing', 'incoming'] as const)
    await publish(company, connectionId, direction, scripts[direction] ?? script(direction))
  const trigger = { connectionId, table: 'incident', query: '', isActive: true, actor: 'admin' }
  await setTrigger(company.bridge.services.sync, trigger)
}

export async function publish(
  company: Company,
  connectionId: string,
  direction: 'outgoing' | 'incoming',
  source: string,
): Promise<void> {
  const rules = { connectionId, table: 'incident', direction, source, actor: 'admin' }
  const published = await publishRules(company.bridge.services.sync, rules)
  if (published.kind === 'failed') throw new Error(JSON.stringify(published.failure))
}

export const pairsOf = async (company: Company, connectionId: string): Promise<SyncPair[]> =>
  (await listPairs(company.bridge.services.context.database.db, connectionId)).map(({ pair }) => pair as SyncPair)

/** Nothing is on its way, nothing is due, everything was acknowledged. */
export const isSettled = (pair: SyncPair): boolean =>
  !pair.dirty && !pair.outbound && !pair.inbound && pair.answer?.acknowledged !== false

export function untilSettled(companies: readonly (readonly [Company, string])[]): Promise<true> {
  let unsettled: readonly SyncPair[] = []
  const look = async () => {
    const pairs = await Promise.all(companies.map(([company, connectionId]) => pairsOf(company, connectionId)))
    unsettled = pairs.flat().filter((pair) => !isSettled(pair))
    return pairs.every(({ length }) => length > 0) && unsettled.length === 0 ? true : undefined
  }
  return eventually('all pairs are settled', look, { describe: () => JSON.stringify(unsettled) })
}

/** The record here that a condition fits. */
export const untilRecord = (
  what: string,
  { tracker }: SyncCompany,
  fits: (record: MemoryRecord) => boolean,
): Promise<MemoryRecord> => eventually(what, async () => tracker.records.all().find(fits))

export const valueOf = ({ fields }: MemoryRecord, name: string): unknown => fields[name]?.value

/** Everything that the database says, of every table. */
export async function textOfDatabase(company: Company): Promise<string> {
  const { db } = company.bridge.services.context.database
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'sync_pair')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}
