import type { InstancePlan } from '@accord/shared/schemas'
import { GlideRecord, gs } from '@servicenow/glide'
import { glideTimeBefore } from '../../platform/glide-time.ts'
import { TABLES } from '../../names.ts'
import { conclude, findEffect, intend, isTarget } from './effect.ts'
import type { Effect, EffectName } from './effect.ts'

type Entry = InstancePlan['entries'][number]

export interface PendingEntry {
  readonly entry: Entry
  readonly effectName: EffectName
}

/** Entries that are not in their journals yet. One that an interrupted run has written is found by its text and taken for done. */
export function pendingEntries({ pair, entries }: InstancePlan, record: string): readonly PendingEntry[] {
  const all = entries.map((entry): PendingEntry => ({
    entry,
    effectName: { pair, kind: 'entry', name: entry.key, record, origin: entry.origin },
  }))
  const brought = all.some(({ entry }) => entry.origin !== undefined) ? broughtBefore(record, pair) : new Set()
  return all.filter(({ entry, effectName }) => {
    if (entry.origin !== undefined && brought.has(entry.key)) return false
    const effect = findEffect(effectName)
    return !effect || !(effect.isDone || adopt(effect, entry, record))
  })
}

/** Keys of entries that other pairs of this record have written: two records that are connected again have them already. */
function broughtBefore(record: string, pair: string): ReadonlySet<unknown> {
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('record', record)
  row.addQuery('kind', 'entry')
  row.addQuery('state', 'done')
  row.addQuery('pair_id', '!=', pair)
  row.query()
  const keys = new Set<unknown>()
  while (row.next()) keys.add(row.getValue('name'))
  return keys
}

/** One update takes one entry per journal, in the order in which they are to stand there. */
export function nextBatch(pending: readonly PendingEntry[]): readonly PendingEntry[] {
  const journals = new Set<string>()
  return pending.filter(({ entry: { journal } }) => {
    const isFirst = !journals.has(journal)
    journals.add(journal)
    return isFirst
  })
}

/** The platform supports no `setValue` for a journal: an entry is assigned to its field. */
function assign(row: GlideRecord<string>, journal: string, text: string): void {
  const fields = row as unknown as Record<string, string>
  fields[journal] = text
}

/** Sets a batch on the row, each entry written down as intended before. What is returned notes them as done. */
export function writeBatch(row: GlideRecord<string>, batch: readonly PendingEntry[]): () => void {
  const intended = batch.map(({ entry, effectName }) => {
    const effect = intend(effectName)
    assign(row, entry.journal, asText(entry.body))
    return { entry, effect, record: effectName.record }
  })
  return () => {
    for (const { entry, effect, record } of intended)
      conclude(
        effect,
        adoptable(effect, entry, record, isSameText) ?? adoptable(effect, entry, record, () => true) ?? '',
      )
  }
}

function adopt(effect: Effect, entry: Entry, record: string): boolean {
  const found = adoptable(effect, entry, record, isSameText)
  if (found) conclude(effect, found)
  return found !== undefined
}

/** A clock that was set back since it was intended stamps the entry with an earlier time. */
const SET_BACK_MS = 86_400_000

/** An entry of that journal by the user whom this runs as, written since and not yet known as the effect of another one. */
function adoptable(
  { intendedAt }: Effect,
  { journal, body }: Entry,
  record: string,
  isIt: (stored: string, body: string) => boolean,
): string | undefined {
  const row = new GlideRecord('sys_journal_field')
  row.addQuery('element_id', record)
  row.addQuery('element', journal)
  row.addQuery('sys_created_by', gs.getUserName())
  row.addQuery('sys_created_on', '>=', glideTimeBefore(intendedAt, SET_BACK_MS))
  row.orderByDesc('sys_created_on')
  row.query()
  while (row.next()) {
    const id = row.getUniqueValue()
    if (isIt(row.getValue('value') ?? '', body) && !isTarget(id)) return id
  }
  return undefined
}

/**
 * A journal shows what stands between `[code]` and `[/code]` as HTML, takes `@[…]` for a person who is to be notified, and an entry that is
 * `NULL` alone for none. Of what another company has written none of it may happen.
 */
const asText = (body: string): string =>
  body.trim() === 'NULL' ? '"NULL"' : body.replace(/\[(\/?)code\]/gi, '[$1 code]').replace(/@\[/g, '@ [')

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
const isSameText = (stored: string, body: string): boolean => plain(stored) === plain(asText(body))
