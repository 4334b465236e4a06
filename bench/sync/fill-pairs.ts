import { statSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import type { Noticed } from './tracker-channel.ts'

/** Pairs in a database that wait for a person: a page of the queue and a little more. */
const HELD = 60

export interface FilledPairs {
  /** Some of them, as a scan finds them when nothing has changed. */
  readonly scanned: readonly Noticed[]
  readonly bytes: number
}

/** Ids as their numbers, in the form of a UUID. */
const UUID = "printf('%08x-0000-4000-8000-%012x', n, n)"
const OF_PAIR: Readonly<Record<string, string>> = {
  id: UUID,
  pair_id: UUID,
  record_id: "'filler ' || n",
  local_key: "'FIL' || n",
  remote_key: "'FIL' || n",
  report_due: '0',
  due_at: 'null',
  send_at: 'null',
  claim_token: 'null',
  claim_until: 'null',
  status: `case when n <= ${HELD} then 'held' else first."status" end`,
  fault: `case when n <= ${HELD} then 'script_threw' end`,
}
const OF_EVENT: Readonly<Record<string, string>> = {
  id: `first."id" || '-' || n`,
  item_id: UUID,
}

const fileOf = (dataDir: string) => join(dataDir, 'accord.sqlite')

/**
 * A node's database, while it rests, with so many pairs more: each a copy of the one that was linked first, with its history, and
 * names of its own.
 */
export function fillPairs(dataDir: string, count: number): FilledPairs {
  const file = new SqliteDatabase(fileOf(dataDir))
  file.pragma('synchronous = OFF')
  const first = file.prepare<[], { id: string; table_name: string; pair: string }>(
    `select id, table_name, pair from sync_pair where state = 'linked' order by id limit 1`,
  )
  const pattern = first.get()
  if (!pattern) throw new Error('There is no linked pair to copy')
  file.transaction(() => {
    multiply(file, { table: 'sync_pair', own: OF_PAIR, where: 'id = ?', id: pattern.id, count })
    multiply(file, { table: 'item_event', own: OF_EVENT, where: 'item_id = ?', id: pattern.id, count })
  })()
  file.exec('analyze')
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  const version = (JSON.parse(pattern.pair) as { readonly seenVersion: string }).seenVersion
  const scanned = Array.from({ length: Math.min(100, count) }, (_, at) => ({
    table: pattern.table_name,
    id: `filler ${Math.ceil(((at + 1) * count) / Math.min(100, count))}`,
    version,
  }))
  return { scanned, bytes: bytesOf(dataDir) }
}

export const bytesOf = (dataDir: string): number =>
  [fileOf(dataDir), `${fileOf(dataDir)}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

interface Multiplied {
  readonly table: string
  readonly own: Readonly<Record<string, string>>
  readonly where: string
  readonly id: string
  readonly count: number
}

function multiply(file: SqliteDatabase.Database, { table, own, where, id, count }: Multiplied): void {
  const columns = file.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ name }) => own[name] ?? `first."${name}"`).join(', ')
  file
    .prepare(
      `insert into "${table}" (${names})
       with recursive number (n) as (values (1) union all select n + 1 from number where n < ?)
       select ${values} from number, (select * from "${table}" where ${where}) as first`,
    )
    .run(count, id)
}
