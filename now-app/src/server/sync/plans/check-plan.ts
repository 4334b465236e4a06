import type { InstancePlan, SyncFinding } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { lastErrorMessage } from '../../platform/last-error-message.ts'
import { closedFieldsOf } from '../../platform/secure-record.ts'
import { isJournalInput, isJournalType, isSecretType } from '../access/closed-tables.ts'
import { findAccess } from '../access/sync-access.ts'
import { choicesOf } from '../read/field-of.ts'

/** Most have 32 hexadecimal digits; some of the platform's own records have a word. */
const RECORD_ID = /^[A-Za-z0-9_-]{1,64}$/

type Value = InstancePlan['fields'][string]

const isEmpty = (value: Value): boolean => value === '' || value === null

/** As a field takes it. */
export const textOf = (value: Value): string => (value === null ? '' : String(value))

/** What sync access says to a plan; undefined when it allows all of it. */
export function checkAccess(plan: InstancePlan, table: string): SyncFinding | undefined {
  const access = findAccess(table)
  if (!access) return missing(`Sync access has no entry for ${table}.`, [table])
  if (plan.record === null && !access.mayCreate) return missing(`Sync access lets nobody make a ${table}.`, [table])
  const row = new GlideRecord(table)
  const typeOf = (name: string): string => row.getElement(name)?.getED().getInternalType() ?? ''
  const isOpen = (name: string): boolean => {
    // The record is asked about open fields only: a closed name may be one that the instance does not want to be asked for.
    if (!access.writeFields.includes(name)) return false
    const type = typeOf(name)
    return type !== '' && !isSecretType(type) && !isJournalType(type)
  }
  const fields = Object.keys(plan.fields).filter((name) => !isOpen(name))
  if (fields.length > 0) return missing(`Sync access lets nobody write these fields of ${table}.`, fields)
  const journals = plan.entries
    .map(({ journal }) => journal)
    .filter((name) => !access.writeJournals.includes(name) || !isJournalInput(typeOf(name)))
  if (journals.length > 0) return missing(`Sync access lets nobody write to these journals of ${table}.`, journals)
  return undefined
}

/** What the user whom this runs as may not write, and values that the fields do not take. */
export function checkValues(row: GlideRecord<string>, plan: InstancePlan): SyncFinding | undefined {
  return checkRights(row, plan) ?? checkTexts(plan) ?? checkChoices(row, plan) ?? checkReferences(row, plan)
}

/** The platform empties a field that a script sets to this text: better refused than lost without a word. */
function checkTexts({ fields }: InstancePlan): SyncFinding | undefined {
  const names = Object.keys(fields).filter((name) => fields[name] === 'NULL')
  const detail = 'The text NULL alone would empty these fields, so it is not written.'
  return names.length > 0 ? refused('rule', detail, names) : undefined
}

function checkRights(row: GlideRecord<string>, { record, fields, entries }: InstancePlan): SyncFinding | undefined {
  const isNew = record === null
  if (isNew ? !row.canCreate() : !row.canWrite())
    return refused('acl', `The sync user may not ${isNew ? 'make' : 'write'} this record.`, [row.getTableName()])
  return checkClosed(row, [...Object.keys(fields), ...entries.map(({ journal }) => journal)])
}

/** Asked once more when the values are set: a rule may close a field by what another one becomes. */
export function checkClosed(row: GlideRecord<string>, names: readonly string[]): SyncFinding | undefined {
  const closed = closedFieldsOf(row, names)
  return closed.length > 0 ? refused('acl', 'The sync user may not write these fields.', closed) : undefined
}

function checkChoices(row: GlideRecord<string>, { fields }: InstancePlan): SyncFinding | undefined {
  for (const [name, value] of Object.entries(fields)) {
    const element = row.getElement(name)
    const type = element?.getED().getInternalType()
    if (!element || type === 'reference' || type === 'boolean' || isEmpty(value)) continue
    const choices = choicesOf(row.getTableName(), name, element, new Map())
    if (choices.length === 0 || choices.some((choice) => choice.value === String(value))) continue
    // A value that stands there already, and is offered no more, may stay.
    if (row.getValue(name) === String(value)) continue
    const detail = `${name} has no choice ${String(value).slice(0, 100)}.`
    return {
      code: 'choice_unknown',
      detail,
      names: [name],
      choices: choices.map((choice) => choice.value).slice(0, 200),
    }
  }
  return undefined
}

function checkReferences(row: GlideRecord<string>, { fields }: InstancePlan): SyncFinding | undefined {
  for (const [name, value] of Object.entries(fields)) {
    const element = row.getElement(name)
    if (!element || isEmpty(value) || element.getED().getInternalType() !== 'reference') continue
    const table = element.getReferenceTable()
    // A text that begins with `javascript:` is run by the platform wherever it is compared: only an id is asked for.
    if (table && RECORD_ID.test(String(value)) && new GlideRecord(table).get('sys_id', String(value))) continue
    return refused('reference', `${name} points at no record of ${table ?? 'any table'}.`, [name])
  }
  return undefined
}

/** A record that is to be made has no version; otherwise it must have the one that the plan was made for. */
export function contended({ record, version }: InstancePlan, row: GlideRecord<string>): SyncFinding | undefined {
  const now = Number(row.getValue('sys_mod_count') ?? 0)
  if (record === null || version === null || version === now) return undefined
  return { code: 'version_contended', detail: `It has version ${now}, not ${version}.`, names: [] }
}

/** A rule or a data policy has stopped what was just tried: in its own words, as far as it said any. */
export function refusedByRule(row: GlideRecord<string>): SyncFinding {
  const policy = row.getLastErrorMessage() ?? ''
  const said = policy || lastErrorMessage()
  const cause = said.startsWith('Data Policy Exception') ? 'data_policy' : 'rule'
  return refused(cause, said || 'A rule of the instance refused the record without a word.', [row.getTableName()])
}

export const missing = (detail: string, names: readonly string[]): SyncFinding => ({
  code: 'access_missing',
  detail,
  names: unique(names),
})

export const refused = (
  cause: NonNullable<SyncFinding['cause']>,
  detail: string,
  names: readonly string[] = [],
): SyncFinding => ({ code: 'refused_by_instance', cause, detail: detail.slice(0, 1000), names: [...names] })

const unique = (names: readonly string[]): string[] => [...new Set(names)]
