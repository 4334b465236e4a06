import type { ColumnDefinition } from '../contracts.ts'
import { hashPassword, type SecretBox } from './secret-box.ts'

const numeric = new Set([
  'integer',
  'long',
  'longint',
  'decimal',
  'float',
  'currency',
  'price',
  'percent_complete',
  'auto_increment',
])
const whole = new Set(['integer', 'long', 'longint'])
const journals = new Set(['journal', 'journal_input', 'journal_list'])
const instants = new Set(['glide_date_time', 'due_date', 'calendar_date_time'])
const truths = new Set(['1', 'true', 'yes', 'on'])

export const isNumeric = (type: string) => numeric.has(type)
export const isBoolean = (type: string) => type === 'boolean'
export const isJournal = (type: string) => journals.has(type)
export const isInstant = (type: string) => instants.has(type)
export const isReference = (column: ColumnDefinition) => column.type === 'reference' || column.type === 'document_id'
export const isList = (type: string) => type === 'glide_list' || type === 'user_roles'
export const isSecret = (type: string) => type === 'password' || type === 'password2'

/**
 * The value as the database holds it. The platform does not refuse what does not fit a column: it cuts, or stores nothing.
 * Journal columns hold nothing themselves.
 */
export function normalizeValue(column: ColumnDefinition, value: string, secrets: SecretBox): string {
  const { type } = column
  if (isBoolean(type)) return truths.has(value.trim().toLowerCase()) ? '1' : '0'
  if (isJournal(type)) return ''
  if (type === 'password2') return secrets.encrypt(value)
  if (type === 'password') return hashPassword(value)
  if (value === '') return ''
  if (isNumeric(type)) return normalizeNumber(type, value)
  if (isInstant(type)) return normalizeInstant(value)
  if (type === 'glide_date') return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? ''
  return column.maxLength !== undefined && value.length > column.maxLength && cuts(type)
    ? value.slice(0, column.maxLength)
    : value
}

const cuts = (type: string) => type === 'string' || type === 'url' || type === 'email'

function normalizeNumber(type: string, value: string): string {
  const number = Number(value.replaceAll(',', ''))
  if (!Number.isFinite(number)) return ''
  return String(whole.has(type) ? Math.trunc(number) : number)
}

function normalizeInstant(value: string): string {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d))?/.exec(value)
  return found ? `${found[1]} ${found[2] ?? '00:00:00'}` : ''
}
