import crypto from 'node:crypto'

import type { Field } from '../../trackers/record.ts'
import { canonicalJson } from '../pairs/canonical-json.ts'

/** As those of pairs, PROTOCOL.md §11.12. */
const HASH_CHARACTERS = 22

/** The values of a record that a rule compares, without saying them; undefined where one of them is empty, which fits anything. */
export function hashValues(key: string, values: readonly unknown[]): string | undefined {
  const texts = values.map(textOf)
  if (texts.some((text) => text === '')) return undefined
  return crypto.hash('sha256', `${key}\ncandidate\n${canonicalJson(texts)}`, 'base64url').slice(0, HASH_CHARACTERS)
}

/** A number and its text are the same value; blanks around a text, and how its accents are composed, are none of it. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.normalize('NFC').trim()
  return canonicalJson(value)
}

/** What people see in a field, and so what rules usually send of it. */
export function valueOfField(field: Field): unknown {
  if (field.type === 'choice') return field.label
  if (field.type === 'reference') return field.display
  return field.value
}
