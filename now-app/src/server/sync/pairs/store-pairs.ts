import type { ReportedPair } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { instanceUrl } from '../../node/instance-address.ts'
import { findConnectionRow } from '../../connection-rows/store-snapshot.ts'
import { removeRows, rowRefused, updateRow } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { glideTimeOf } from '../../platform/glide-time.ts'
import { openRecord } from '../read/read-record.ts'
import { writeFields } from '../../platform/write-fields.ts'

/** Shows people which record is kept equal with which; changes of these records are reported whatever triggers say. */
export function storePair(pair: ReportedPair): void {
  const row = new GlideRecord(TABLES.syncPair)
  const isKnown = row.get('pair_id', pair.pair)
  if (!isKnown) row.initialize()
  writeFields(row, columnsOf(pair))
  if (isKnown) updateRow(row)
  // The column is unique: a call that was faster has reported the same pair.
  else if (!row.insert() && !new GlideRecord(TABLES.syncPair).get('pair_id', pair.pair)) throw rowRefused(row)
}

export function forgetPairs(pairs: readonly string[]): void {
  if (pairs.length === 0) return
  const rows = new GlideRecord(TABLES.syncPair)
  rows.addQuery('pair_id', 'IN', pairs.join(','))
  removeRows(rows)
}

/** Their links lead to the instance that this one was cloned from. */
export function forgetPairsOfOthers(): void {
  const rows = new GlideRecord(TABLES.syncPair)
  rows.addQuery('local_url', 'NOT LIKE', `${instanceUrl()}/`)
  removeRows(rows)
}

const columnsOf = (pair: ReportedPair): Record<string, string> => ({
  pair_id: pair.pair,
  // The row is for people of this instance, and nobody else reads it.
  local_key: keyOf(openRecord(pair.table, pair.record)),
  local_url: `${instanceUrl()}/${pair.table}.do?sys_id=${pair.record}`,
  table_name: pair.table,
  record: pair.record,
  connection: findConnectionRow(pair.connectionId)?.sysId ?? '',
  remote_key: pair.remoteKey,
  remote_url: pair.remoteUrl,
  state: pair.state,
  cause: pair.cause,
  last_in_at: glideTimeOf(pair.lastInAt),
  last_out_at: glideTimeOf(pair.lastOutAt),
})

const keyOf = (row: GlideRecord<string> | undefined): string => row?.getDisplayValue(row.getDisplayName()) ?? ''
