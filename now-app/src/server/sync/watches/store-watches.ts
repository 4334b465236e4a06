import type { WatchAnswer } from '@accord/shared/schemas'
import { GlideRecord, gs } from '@servicenow/glide'
import { removeRow, rowRefused, updateRow } from '../../connection-rows/require-written.ts'
import { PROPERTIES, TABLES } from '../../names.ts'
import { writeFields } from '../../platform/write-fields.ts'
import { findingOf } from '../finding.ts'
import { findMatching } from './count-matching.ts'
import { isNoticed } from './is-noticed.ts'
import type { Watch } from './watches.ts'

type WatchState = WatchAnswer['watches'][number]

/** Takes the whole list of active triggers. One that is refused watches nothing, and the others stand. */
export function storeWatches(watches: readonly Watch[]): readonly WatchState[] {
  const states = watches.map((watch): WatchState => ({ id: watch.id, ...findingOf(() => storeWatch(watch)) }))
  const accepted = states.filter(({ refused }) => !refused).map(({ id }) => id)
  forgetOthers(accepted)
  noteWatchedTables()
  return states
}

function storeWatch({ id, table, query }: Watch): Omit<WatchState, 'id'> {
  const { matching } = findMatching(table, query)
  const noticed = isNoticed(table)
  const row = new GlideRecord(TABLES.watch)
  const isKnown = row.get('watch_id', id)
  if (!isKnown) row.initialize()
  writeFields(row, { watch_id: id, table_name: table, query, noticed: String(noticed) })
  if (isKnown) updateRow(row)
  else if (!row.insert() && !new GlideRecord(TABLES.watch).get('watch_id', id)) throw rowRefused(row)
  return { matching, noticed }
}

function forgetOthers(ids: readonly string[]): void {
  const row = new GlideRecord(TABLES.watch)
  row.query()
  while (row.next()) if (!ids.includes(row.getValue('watch_id'))) removeRow(row)
}

/** Writing a property empties caches of the whole instance, so it is written when it changes and never otherwise. */
function noteWatchedTables(): void {
  const row = new GlideRecord(TABLES.watch)
  row.addQuery('noticed', true)
  row.orderBy('table_name')
  row.query()
  const tables: string[] = []
  while (row.next()) if (!tables.includes(row.getValue('table_name'))) tables.push(row.getValue('table_name'))
  const text = tables.length > 0 ? `,${tables.join(',')},` : ','
  if (gs.getProperty(PROPERTIES.watchedTables, ',') !== text) gs.setProperty(PROPERTIES.watchedTables, text)
}
