import { GlideDigest, GlideRecord } from '@servicenow/glide'
import { rowRefused, updateRow } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { writeFields } from '../../platform/write-fields.ts'

/** What is done once for a pair, whatever is repeated: a record that is made, an entry of a journal, a file. */
export interface EffectName {
  readonly pair: string
  readonly kind: 'record' | 'entry' | 'file'
  readonly name: string
  /** The record that it happens to. */
  readonly record: string
  readonly origin?: string | undefined
  /** Of a file: who attached it at the other side. */
  readonly author?: string | undefined
}

export interface Effect {
  readonly sysId: string
  readonly isDone: boolean
  /** Of the notebook's row, as a date/time field has it. */
  readonly intendedAt: string
  readonly target: string
}

const keyOf = ({ pair, kind, name }: EffectName): string =>
  new GlideDigest().getSHA256Hex(`${pair}\n${kind}\n${name}`).toLowerCase()

export function findEffect(effect: EffectName): Effect | undefined {
  const row = new GlideRecord(TABLES.effect)
  return row.get('effect_key', keyOf(effect)) ? effectOf(row) : undefined
}

/** Written down before it is done. Of two at once one writes it, and both read that one. */
export function intend(effect: EffectName): Effect {
  const known = findEffect(effect)
  if (known) return known
  const { pair, kind, name, record, origin, author } = effect
  const row = new GlideRecord(TABLES.effect)
  row.initialize()
  writeFields(row, {
    effect_key: keyOf(effect),
    state: 'intended',
    kind,
    pair_id: pair,
    name,
    record,
    origin: origin ?? '',
    author: author ?? '',
  })
  row.insert()
  const written = findEffect(effect)
  if (!written) throw rowRefused(row)
  return written
}

/** `target`: what came of it, the id of an entry or of a record. */
export function conclude({ sysId }: Effect, target: string): void {
  const row = new GlideRecord(TABLES.effect)
  if (!row.get(sysId)) return
  writeFields(row, { state: 'done', target })
  updateRow(row)
}

/** What was done is undone, and may be done again. */
export function forgetEffect({ sysId }: Effect): void {
  const row = new GlideRecord(TABLES.effect)
  if (row.get(sysId)) row.deleteRecord()
}

export function isTarget(entry: string): boolean {
  return Boolean(new GlideRecord(TABLES.effect).get('target', entry))
}

/** What several pairs of a record have brought, earlier ones among them, is there once for all of them. */
export function isTargetOf(which: 'this' | 'another', pair: string, entry: string): boolean {
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('target', entry)
  row.addQuery('pair_id', which === 'this' ? '=' : '!=', pair)
  row.query()
  return row.next()
}

const effectOf = (row: GlideRecord<string>): Effect => ({
  sysId: row.getUniqueValue(),
  isDone: row.getValue('state') === 'done',
  intendedAt: row.getValue('sys_created_on'),
  target: row.getValue('target') ?? '',
})
