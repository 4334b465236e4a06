import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { InstanceRecord, ReadAnswer } from '@accord/shared/schemas'

import type { ReadRecord, RecordPlace, TrackerRefusal } from '../tracker.ts'
import { draftOf, writeOnlyFields } from './draft-record.ts'
import { inChunks, type InstanceCalls } from './instance-calls.ts'
import { localRecordOf } from './local-record.ts'
import { refusedBy } from './refused-by-instance.ts'
import type { Tables } from './tables.ts'

export interface Reading {
  readonly calls: InstanceCalls
  readonly tables: Tables
  readonly instanceUid: string
}

type Answered = ReadAnswer['records'][number]

interface Existing {
  readonly table: string
  readonly id: string
}

const exists = (place: RecordPlace): place is Existing => place.id !== undefined

/** Each in its place. */
export async function readRecords(reading: Reading, places: readonly RecordPlace[]): Promise<readonly ReadRecord[]> {
  const answers = await readExisting(reading.calls, places.filter(exists))
  const waiting = [...answers]
  const read: ReadRecord[] = []
  for (const place of places) {
    const answered = exists(place) ? waiting.shift() : undefined
    read.push(answered ? await recordOf(reading, answered) : await readDraft(reading, place.table))
  }
  return read
}

/** As the instance answers them, with all of their entries. */
export async function readExisting(calls: InstanceCalls, places: readonly Existing[]): Promise<readonly Answered[]> {
  const answers: Answered[] = []
  for (const records of inChunks(places, INSTANCE_SYNC_LIMITS.records)) {
    const { records: answered } = await calls.read({ records: records.map(({ table, id }) => ({ table, id })) })
    for (const each of answered)
      answers.push(each.record?.hasMoreEntries ? { ...each, record: await readAllEntries(calls, each.record) } : each)
  }
  return answers
}

/** The rest of the entries, page by page: each begins with the second of the last entry of the one before, behind those that are known. */
async function readAllEntries(calls: InstanceCalls, first: InstanceRecord): Promise<InstanceRecord> {
  const entries = new Map(first.entries.map((entry) => [entry.id, entry]))
  let page = first
  while (page.hasMoreEntries) {
    const since = page.entries.at(-1)?.at
    if (since === undefined) break
    const entriesSkip = [...entries.values()].filter(({ at }) => at === since).length
    const place = { table: first.table, id: first.id, entriesSince: since, entriesSkip }
    const [answered] = (await calls.read({ records: [place] })).records
    if (!answered?.record) break
    page = answered.record
    for (const entry of page.entries) entries.set(entry.id, entry)
  }
  return { ...first, entries: [...entries.values()] }
}

async function recordOf({ tables, instanceUid }: Reading, { record, refused }: Answered): Promise<ReadRecord> {
  if (!record) return refused ? unreadable(refusedBy(refused)) : { kind: 'gone' }
  const described = await tables.find(record.table)
  const writeOnly = described ? writeOnlyFields(described) : {}
  return {
    kind: 'record',
    version: String(record.version),
    record: { ...localRecordOf(record, instanceUid), writeOnly },
    triggers: record.watches,
  }
}

const unreadable = (refusal: TrackerRefusal): ReadRecord =>
  refusal.code === 'record_gone' ? { kind: 'gone' } : refusal

async function readDraft({ tables }: Reading, table: string): Promise<ReadRecord> {
  const described = await tables.find(table)
  if (!described) return { kind: 'refused', code: 'access_missing', message: `Sync access has no entry for ${table}.` }
  return { kind: 'draft', record: draftOf(described) }
}
