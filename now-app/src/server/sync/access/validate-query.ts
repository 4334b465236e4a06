import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { findAccess } from './sync-access.ts'
import type { SyncAccess } from './sync-access.ts'
import { isJournalType, isSecretType } from './closed-tables.ts'

/** Of every record, and telling nothing: a trigger may always ask for them. */
const OWN_FIELDS = ['sys_id', 'sys_class_name', 'sys_created_on', 'sys_updated_on', 'sys_mod_count']

/**
 * Compare a field with a value. Those that compare with another field, with the time before, or
 * with what a script of the instance finds (`DYNAMIC`) are not among them.
 */
const OPERATORS =
  /^(?:=|!=|<=|>=|<|>|IN|NOT ?IN|STARTSWITH|ENDSWITH|CONTAINS|DOES NOT CONTAIN|LIKE|NOT ?LIKE|ISEMPTY|ISNOTEMPTY|EMPTYSTRING|ANYTHING|BETWEEN|INSTANCEOF|ON|NOTON|RELATIVE[A-Z]{2}|DATEPART|MORETHAN|LESSTHAN)/

/**
 * Refuses the condition of a trigger that the platform would not take as it stands, since it drops what it does not know and then
 * finds every record; and one that asks about fields which may not leave, since whether a record matches tells their values.
 */
export function validateQuery(access: SyncAccess, query: string): void {
  if (/javascript:/i.test(query)) throw invalid('A script is no condition', query)
  for (const part of query.split('^')) {
    const condition = part.replace(/^(?:NQ|OR)(?=[a-z])/, '')
    if (condition === '' || condition === 'EQ' || condition === 'NQ') continue
    const [, path = '', rest = ''] = /^([a-z][a-z0-9_.]*)([\s\S]*)$/.exec(condition) ?? []
    if (path === '' || !OPERATORS.test(rest)) throw invalid('This part is no condition that a trigger may have', part)
    requireReadable(access, path)
  }
  const row = new GlideRecord(access.table)
  if (!row.isEncodedQueryValid(query)) throw invalid('The instance does not understand the condition', query)
}

/** Refuses a field that may not leave, and along a dotted path each reference and what it points at. */
export function requireReadable(access: SyncAccess, path: string): void {
  const [field = '', ...rest] = path.split('.')
  const element = new GlideRecord(access.table).getElement(field)
  if (!element) throw invalid(`${access.table} has no field ${field}`, path)
  const type = element.getED().getInternalType()
  const isOpen = access.readFields.includes(field) && !isSecretType(type) && !isJournalType(type)
  if (!isOpen && !OWN_FIELDS.includes(field)) throw closed(access.table, field)
  if (rest.length === 0) return
  const table = element.getReferenceTable()
  if (!table) throw invalid(`${access.table}.${field} is no reference`, path)
  const next = findAccess(table)
  if (!next) throw closed(table, rest.join('.'))
  requireReadable(next, rest.join('.'))
}

const invalid = (what: string, part: string): Refusal =>
  new Refusal('query_invalid', `${what}: ${part.slice(0, 200)}`, { names: [part.slice(0, 200)] })

const closed = (table: string, field: string): Refusal =>
  new Refusal(
    'access_missing',
    `Sync access does not let ${table}.${field} leave, so that no trigger may ask for it.`,
    {
      names: [`${table}.${field}`],
    },
  )
