import { readFileSync } from 'node:fs'

import type { PublishedSync, PublishSyncRequest } from '@accord/shared/schemas'
import type { z } from 'zod'

import type { Db } from '../../src/store/engine/tables.ts'
import { findStoredPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
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
  const operations = () => company.bridge.services.operations
  const call = { query: undefined, body: undefined, source: undefined } as const
  tracker.files.join({
    upload: (uploadId, content) => operations().uploadFile({ ...call, params: { uploadId }, content, from: undefined }),
    download: async (downloadId) =>
      (await operations().downloadFile({ ...call, params: { downloadId }, content: undefined, from: 0 })).parts,
  })
  return Object.assign(company, { tracker })
}

export const script = (direction: 'outgoing' | 'incoming') =>
  readFileSync(new URL(`./sync-scripts/${direction}.ts.txt`, import.meta.url), 'utf8')

/** Others than the usual scripts, where a story needs them. */
export interface StoryScripts {
  readonly outgoing?: string
  readonly incoming?: string
}

/** What an admin does on the page: both scripts, and a trigger of every record. */
export async function configureSync(company: Company, connectionId: string, scripts: StoryScripts = {}): Promise<void> {
  const both = { outgoing: script('outgoing'), incoming: script('incoming'), ...scripts }
  const { faults } = await publish(company, connectionId, { ...both, trigger: { query: '', isActive: true } })
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
}

/** As a person on the page does it, over what is published, or else over the template. */
export async function publish(
  company: Company,
  connectionId: string,
  changes: Partial<z.input<typeof PublishSyncRequest>> = {},
): Promise<PublishedSync> {
  const { table, template, outgoing, incoming, trigger } = await company.client.call('readSyncConfiguration', {
    params: { connectionId },
  })
  const { query, isActive, history, notes } = trigger ?? {
    query: template.query,
    isActive: true,
    history: 'visible',
    notes: '',
  }
  return company.client.call('publishSync', {
    params: { connectionId },
    body: {
      table,
      outgoing: outgoing?.source ?? template.outgoing,
      incoming: incoming?.source ?? template.incoming,
      trigger: { query, isActive, history, notes },
      basedOn: { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 },
      actor: 'abel.tuter',
      ...changes,
    },
  })
}

/** The pairs of a connection as they are stored, in the order in which they began. */
export async function storedPairsOf(db: Db, connectionId: string): Promise<StoredPair[]> {
  const pairs = db.selectFrom('sync_pair').select('id').where('connection_id', '=', connectionId).orderBy('id')
  const stored = await Promise.all((await pairs.execute()).map(({ id }) => findStoredPair(db, id)))
  return stored.filter((pair) => pair !== undefined)
}

export const pairsOf = async ({ bridge }: Pick<Company, 'bridge'>, connectionId: string): Promise<SyncPair[]> =>
  (await storedPairsOf(bridge.services.context.database.db, connectionId)).map(({ pair }) => pair as SyncPair)

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
  return eventually('all pairs are settled', look, { withinMs: 60_000, describe: () => JSON.stringify(unsettled) })
}

/** The record here that a condition fits. */
export const untilRecord = (
  what: string,
  { tracker }: SyncCompany,
  fits: (record: MemoryRecord) => boolean,
): Promise<MemoryRecord> => eventually(what, async () => tracker.records.all().find(fits))

export const valueOf = ({ fields }: MemoryRecord, name: string): unknown => fields[name]?.value

/** Everything that the database says, of every table but those that are named. */
export async function textOfDatabase(company: Pick<Company, 'bridge'>, but: readonly string[] = []): Promise<string> {
  const { db } = company.bridge.services.context.database
  const tables = (await db.introspection.getTables()).filter(({ name }) => !but.includes(name))
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
