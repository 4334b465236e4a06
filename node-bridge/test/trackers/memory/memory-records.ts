import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import type { SyncComment } from '@accord/shared/schemas'

import type { Field, Fields, LocalRecord, PlannedEntry } from '../../../src/trackers/record.ts'

/** A value as a person or a plan writes it. */
export type Value = string | boolean | number | null

export interface MemoryTable {
  /** What a number begins with. */
  readonly prefix: string
  /** A record before anybody writes a field. */
  readonly draft: Fields
  /** A rule of this tracker that derives values, before each write. */
  readonly derive?: (fields: Fields) => Readonly<Record<string, Value>>
}

interface Entry extends SyncComment {
  /** Where it was written first, if that was not here. */
  readonly origin: string | null
}

export interface MemoryRecord {
  readonly id: string
  readonly table: string
  readonly version: number
  readonly fields: Fields
  readonly entries: readonly Entry[]
}

/** The records of one tracker: what people and plans do to them. */
export function createMemoryRecords(instanceUid: string, tables: Readonly<Record<string, MemoryTable>>) {
  const records = new Map<string, MemoryRecord>()
  /** Entries that plans have written: pair and key. */
  const effects = new Map<string, string>()
  let made = 0

  const tableOf = (table: string): MemoryTable | undefined => tables[table]
  const find = (table: string, id: string): MemoryRecord | undefined => {
    const record = records.get(id)
    return record?.table === table ? record : undefined
  }
  const keep = (record: MemoryRecord): MemoryRecord => {
    const derived = tableOf(record.table)?.derive?.(record.fields) ?? {}
    const kept = { ...record, version: record.version + 1, fields: withValues(record.fields, derived) }
    records.set(record.id, kept)
    return kept
  }
  const make = (table: string, id: string): MemoryRecord => {
    const { prefix, draft } = tables[table] ?? { prefix: '', draft: {} }
    const number = { type: 'text', value: `${prefix}${String(++made).padStart(7, '0')}` } as const
    return { id, table, version: 0, fields: { ...draft, number }, entries: [] }
  }
  const entry = ({ body, isInternal, author, origin }: Written): Entry => ({
    id: `${instanceUid}:${randomUUID()}`,
    body,
    author: { name: author },
    at: new Date().toISOString(),
    internal: isInternal,
    edited: false,
    origin,
  })
  const written = (record: MemoryRecord, pair: string, { key, journal, body, origin, edition }: PlannedEntry) => {
    const effect = `${pair} ${key}`
    const known = effects.get(effect)
    if (known !== undefined && edition === undefined) return record
    const next = entry({ body, isInternal: journal === 'work_notes', author: 'Sync', origin: origin ?? null })
    effects.set(effect, next.id)
    return { ...record, entries: [...record.entries.filter(({ id }) => id !== known), next] }
  }
  return {
    isTable: (table: string) => tableOf(table) !== undefined,
    find,
    all: () => [...records.values()],
    /** Whom people call so. */
    named: (table: string, display: string) =>
      [...records.values()]
        .filter((record) => record.table === table && record.fields['number']?.value === display)
        .map(({ id }) => ({ id, display })),
    /** With exactly these values. */
    having: (table: string, where: Readonly<Record<string, string>>) =>
      [...records.values()]
        .filter((record) => record.table === table)
        .filter(({ fields }) => Object.entries(where).every(([name, value]) => fields[name]?.value === value))
        .map(({ id, fields }) => ({ id, display: String(fields['number']?.value) })),
    remove: (id: string) => records.delete(id),
    /** As of now; the answered function brings all of it back. */
    backUp: () => {
      const [kept, keptEffects] = [new Map(records), new Map(effects)]
      return () => {
        records.clear()
        effects.clear()
        for (const [id, record] of kept) records.set(id, record)
        for (const [effect, id] of keptEffects) effects.set(effect, id)
      }
    },
    draftOf: (table: string): LocalRecord => ({
      table,
      key: '',
      fields: tables[table]?.draft ?? {},
      comments: [],
      files: [],
    }),
    create: (table: string, values: Readonly<Record<string, Value>>) => {
      const record = make(table, randomUUID().replaceAll('-', ''))
      return keep({ ...record, fields: withValues(record.fields, values) })
    },
    update: (record: MemoryRecord, values: Readonly<Record<string, Value>>) =>
      keep({ ...record, fields: withValues(record.fields, values) }),
    comment: (record: MemoryRecord, words: Omit<Written, 'origin'>) =>
      keep({ ...record, entries: [...record.entries, entry({ ...words, origin: null })] }),
    /** Somebody changes an entry, where a tracker lets them. */
    reword: (record: MemoryRecord, id: string, body: string) =>
      keep({ ...record, entries: record.entries.map((each) => (each.id === id ? { ...each, body } : each)) }),
    /** Its entries were written so long before. */
    backdate: (record: MemoryRecord, ms: number) =>
      keep({
        ...record,
        entries: record.entries.map((each) => ({ ...each, at: new Date(Date.parse(each.at) - ms).toISOString() })),
      }),
    /** What a plan writes, in one step. */
    execute: (
      { table, recordId, pair }: { table: string; recordId: string; pair: string },
      plan: { readonly fields: Fields; readonly entries: readonly PlannedEntry[] },
    ) => {
      const before = find(table, recordId) ?? make(table, recordId)
      const values = Object.fromEntries(Object.entries(plan.fields).map(([name, { value }]) => [name, value]))
      const fielded = { ...before, fields: withValues(before.fields, values) }
      const next = plan.entries.reduce((record, each) => written(record, pair, each), fielded as MemoryRecord)
      const isNothing = before.version > 0 && isDeepStrictEqual(next, before)
      return isNothing ? before : keep(next)
    },
  }
}

interface Written {
  readonly body: string
  readonly isInternal: boolean
  readonly author: string
  readonly origin: string | null
}

export type MemoryRecords = ReturnType<typeof createMemoryRecords>

function withValues(fields: Fields, values: Readonly<Record<string, Value>>): Fields {
  const written = Object.entries(values).map(([name, value]) => [name, withValue(fields[name], value)] as const)
  return { ...fields, ...Object.fromEntries(written) }
}

function withValue(field: Field | undefined, value: Value): Field {
  if (field?.type === 'boolean') return { ...field, value: value === true }
  if (field?.type === 'number') return { ...field, value: value === null ? null : Number(value) }
  if (field?.type === 'choice') {
    const label = field.choices.find((choice) => choice.value === value)?.label ?? String(value)
    return { ...field, value: String(value), label }
  }
  if (field?.type === 'reference') return { ...field, value: String(value), display: String(value) }
  return { type: 'text', value: String(value) }
}

/** As the port reads it: an entry that came from elsewhere bears its origin's id. */
export const localRecordOf = ({ id, table, fields, entries }: MemoryRecord, baseUrl: string): LocalRecord => ({
  table,
  key: String(fields['number']?.value ?? id),
  url: `${baseUrl}/${table}/${id}`,
  fields,
  comments: entries.map(({ origin, ...entry }) => ({ ...entry, id: origin ?? entry.id })),
  files: [],
})
