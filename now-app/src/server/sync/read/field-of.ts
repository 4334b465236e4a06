import { GlideRecord } from '@servicenow/glide'
import type { GlideElement } from '@servicenow/glide'
import type { InstanceField } from '@accord/shared/schemas'
import { isJournalType, isSecretType } from '../access/closed-tables.ts'
import { mayShowDisplay } from './display-of.ts'

const NUMBERS = ['integer', 'decimal', 'float', 'longint', 'percent_complete']

type Choices = { value: string; label: string }[]

/** Lists of choices, kept while one call is answered. */
export type ChoiceLists = Map<string, Choices>

/** The field as rules see it; undefined for what never leaves, whoever allowed it. */
export function fieldOf(row: GlideRecord<string>, name: string, lists: ChoiceLists): InstanceField | undefined {
  const element = row.getElement(name)
  if (!element) return undefined
  const type = element.getED().getInternalType()
  if (isSecretType(type) || isJournalType(type)) return undefined
  const value = row.getValue(name) ?? ''
  if (type === 'boolean') return { type: 'boolean', value: value === '1' || value === 'true' }
  if (type === 'reference') return referenceOf(row, name, element)
  const choices = choicesOf(row.getTableName(), name, element, lists)
  if (choices.length > 0) return { type: 'choice', value, label: row.getDisplayValue(name) ?? '', choices }
  if (NUMBERS.includes(type)) return { type: 'number', value: value === '' ? null : Number(value) }
  return { type: 'text', value }
}

function referenceOf(row: GlideRecord<string>, name: string, element: GlideElement): InstanceField {
  const table = element.getReferenceTable() ?? ''
  const display = mayShowDisplay(table) ? (row.getDisplayValue(name) ?? '') : ''
  return { type: 'reference', table, value: row.getValue(name) ?? '', display }
}

/** What kind of value a field takes; undefined for what never leaves. */
export function kindOf(row: GlideRecord<string>, name: string, lists: ChoiceLists): InstanceField['type'] | undefined {
  const element = row.getElement(name)
  const type = element?.getED().getInternalType()
  if (!element || !type || isSecretType(type) || isJournalType(type)) return undefined
  if (type === 'boolean' || type === 'reference') return type
  if (choicesOf(row.getTableName(), name, element, lists).length > 0) return 'choice'
  return NUMBERS.includes(type) ? 'number' : 'text'
}

/** In their order, with the labels that this session sees. Empty where a field has none. */
export function choicesOf(table: string, name: string, element: GlideElement, lists: ChoiceLists): Choices {
  const known = lists.get(`${table}.${name}`)
  if (known) return known
  // A record that is never written: the platform itself finds the label, through parents of the table and languages.
  const probe = new GlideRecord(table)
  const choices = (element.getChoices() as unknown as readonly string[]).map(String).map((value) => {
    probe.setValue(name, value)
    return { value, label: probe.getDisplayValue(name) ?? value }
  })
  lists.set(`${table}.${name}`, choices)
  return choices
}
