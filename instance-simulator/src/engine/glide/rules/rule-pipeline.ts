import type { RuleText, Values, WriteOutcome } from '../../job.ts'
import { applyDataPolicies } from './data-policies.ts'
import { call, isRefusal, notify, notSimulated } from '../host.ts'
import { fillDefaults } from '../records/default-values.ts'
import { GlideRecord, pipeline, stateOf } from '../records/record.ts'
import { recordAt } from '../records/record-at.ts'
import { runClassic } from '../runs/run-script.ts'
import { writeLog } from '../log.ts'
import { mayReach } from '../records/reach.ts'
import { RuleFilters } from './rule-filters.ts'
import { findTable, isJournal } from '../records/table.ts'
import { emptyUnwritable } from '../records/secure-writes.ts'
import { addMessage, asPlatform, hasRole } from '../transaction.ts'

/** Rules that call update() that run rules …: the platform stops such a chain, we do at this depth, loudly. */
const MAX_DEPTH = 20
const depth = { now: 0 }
const rulesOf = new Map<string, readonly RuleText[]>()
/** Rows as this transaction left them: what another one writes meanwhile is not this one's answer. */
const written = new Map<string, Values>()
/** A rule is not run again for the record it is already working on. */
const running = new Set<string>()

type Mutation = 'insert' | 'update' | 'delete'

export class MutationAborted {
  readonly messages: readonly string[]
  constructor(messages: readonly string[]) {
    this.messages = messages
  }
}

export function rulesFor(table: string): readonly RuleText[] {
  const known = rulesOf.get(table) ?? call<RuleText[]>('rules.for', { table })
  rulesOf.set(table, known)
  return known
}

/** What a rule runs on. `filters`: those of the rules that run with it. */
interface RuleRun {
  readonly current: GlideRecord
  readonly previous?: GlideRecord | undefined
  readonly scratchpad?: object
  readonly filters?: RuleFilters
}

function applies(rule: RuleText, { current, previous, filters }: RuleRun): boolean {
  if (rule.roles.length > 0 && !hasRole(rule.roles.join(','))) return false
  if (!(filters ?? new RuleFilters([rule], current, previous)).holds(rule)) return false
  if (rule.condition === '') return true
  const names = { current, previous: previous ?? null }
  return Boolean(
    runClassic({ ...rule, source: rule.condition, name: `${rule.name}.condition` }, names, { expression: true }),
  )
}

function applyTemplate(rule: RuleText, current: GlideRecord): void {
  for (const part of rule.template.split('^').filter((each) => each !== '' && each !== 'EQ')) {
    const [, field, value] = /^(\w+)=(?!javascript:)(.*)$/is.exec(part) ?? []
    if (field === undefined) notSimulated(`the field value ${part} of a business rule (${rule.label})`)
    current.setValue(field, value)
  }
}

/** Runs one rule. A script's own error is logged and the operation goes on, as on the platform; refusals are not. */
export function runRule(rule: RuleText, run: RuleRun): void {
  const { current, previous, scratchpad = {} } = run
  const key = `${rule.sysId}:${stateOf(current).read('sys_id') ?? ''}`
  if (running.has(key)) {
    writeLog('warn', `Business rule ${rule.label} would run again on the record it works on: skipped`, rule.name)
    return
  }
  running.add(key)
  try {
    if (!applies(rule, run)) return
    notify('ledger.executed', { table: 'sys_script', sysId: rule.sysId })
    applyTemplate(rule, current)
    if (rule.message !== '') addMessage(rule.abort ? 'error' : 'info', rule.message)
    if (rule.abort) current.setAbortAction(true)
    if (rule.source.trim() !== '') runClassic(rule, { current, previous: previous ?? null, g_scratchpad: scratchpad })
  } catch (error) {
    if (isRefusal(error) || error instanceof MutationAborted) throw error
    writeLog('error', `Business rule ${rule.label}: ${String(error)}`, rule.name)
  } finally {
    running.delete(key)
  }
}

/** Entries of journals are records of their own, with their own rules. */
function writeJournals(table: string, sysId: string, values: Values): void {
  if (!Object.keys(values).some((field) => isJournal(findTable(table)?.columns.get(field)?.type ?? ''))) return
  for (const entry of call<Values[]>('record.journalEntries', { table, sysId, values })) {
    const record = new GlideRecord('sys_journal_field')
    record.initialize()
    for (const [field, value] of Object.entries(entry)) stateOf(record).write(field, value ?? '')
    record.insert()
  }
}

/** What goes with a deleted row by `reference_cascade_rule` delete runs its own rules first. */
function deleteDependents(table: string, sysId: string): void {
  for (const dependent of call<{ table: string; sysId: string }[]>('record.cascaded', { table, sysId })) {
    const record = new GlideRecord(dependent.table)
    if (record.get(dependent.sysId)) record.deleteRecord()
  }
}

function writeRow(record: GlideRecord, mutation: Mutation): Values | null {
  const state = stateOf(record)
  const table = state.tableName
  const sysId = state.read('sys_id') ?? ''
  if (mutation === 'delete') {
    asPlatform(() => deleteDependents(table, sysId))
    call('record.remove', { table, sysId, audited: state.workflow })
    return state.stored
  }
  const values = Object.fromEntries(state.changed)
  if (mutation === 'update' && state.changed.size === 0) return state.stored
  const { row, duplicate } =
    mutation === 'insert'
      ? call<WriteOutcome>('record.insert', { table, values })
      : call<WriteOutcome>('record.update', { table, sysId, changes: values, audited: state.workflow })
  state.duplicate = duplicate
  if (row) written.set(row.sys_id ?? '', row)
  if (row) asPlatform(() => writeJournals(row.sys_class_name || table, row.sys_id ?? '', values))
  return row ?? null
}

function prepareInsert(record: GlideRecord): void {
  const state = stateOf(record)
  state.isNew = true
  fillDefaults(record)
  if (!state.changed.has('sys_id')) record.setNewGuid()
}

/** `named`: the fields that the script has set; what the platform fills in by itself is not asked for. */
function mayWrite(record: GlideRecord, mutation: Mutation, named: readonly string[]): boolean {
  if (!stateOf(record).secure) return true
  if (mutation === 'delete') return record.canDelete()
  if (!(mutation === 'insert' ? record.canCreate() : record.canWrite())) return false
  emptyUnwritable(record, named)
  return true
}

function runPhase(
  when: string,
  rules: readonly RuleText[],
  current: GlideRecord,
  previous: GlideRecord | undefined,
): void {
  const ofPhase = rules.filter((rule) => rule.when === when)
  const filters = new RuleFilters(ofPhase, current, previous)
  for (const rule of ofPhase) {
    runRule(rule, { current, previous, filters })
  }
}

function queueAsync(rules: readonly RuleText[], current: GlideRecord, previous: GlideRecord | undefined): void {
  const asynchronous = rules.filter(({ when }) => when === 'async' || when === 'async_always')
  const filters = new RuleFilters(asynchronous, current, previous)
  for (const rule of asynchronous) {
    if (!applies(rule, { current, previous, filters })) continue
    const { tableName: table } = stateOf(current)
    notify('rules.queueAsync', { rule, current: { table, row: stateOf(current).image() } })
  }
}

const REACHES = { insert: 'create', update: 'write', delete: 'delete' } as const

/** From this order on, rules run behind the platform's own engines. */
const BEHIND_ENGINES = 1000

/** Rules, data policies, and the rules that stand behind them; each may abort, and the rules behind an abort run all the same. */
function prepare(
  record: GlideRecord,
  mutation: Mutation,
  rules: readonly RuleText[],
  previous: GlideRecord | undefined,
): void {
  const state = stateOf(record)
  const isEarly = ({ order }: RuleText): boolean => order < BEHIND_ENGINES
  runPhase('before', rules.filter(isEarly), record, previous)
  if (!state.aborted && state.workflow && mutation !== 'delete') applyDataPolicies(record)
  runPhase('before', rules.filter((rule) => !isEarly(rule)), record, previous) // prettier-ignore
}

/** Before rules, the write, after rules, async rules queued. The sys_id, or null when it did not happen. */
function write(record: GlideRecord, mutation: Mutation): string | null {
  const state = stateOf(record)
  if (!state.table) return null
  const named = [...state.changed.keys()]
  if (mutation === 'insert') prepareInsert(record)
  if (mutation !== 'insert' && !state.isValidRow) return null
  if (!mayReach(state.tableName, REACHES[mutation]) || !mayWrite(record, mutation, named)) return null
  const rules = state.workflow ? rulesFor(state.tableName).filter((rule) => rule.on.includes(mutation)) : []
  const previous = mutation === 'insert' ? undefined : recordAt(state.tableName, state.stored)
  state.operation = mutation
  state.aborted = false
  state.policy = undefined
  depth.now += 1
  try {
    if (depth.now > MAX_DEPTH)
      throw new Error(`engine limit: business rules nested deeper than ${MAX_DEPTH} on ${state.tableName}`)
    prepare(record, mutation, rules, previous)
    if (state.aborted) return null
    return finish(record, mutation, rules, previous)
  } finally {
    depth.now -= 1
  }
}

function finish(
  record: GlideRecord,
  mutation: Mutation,
  rules: readonly RuleText[],
  previous: GlideRecord | undefined,
): string | null {
  const state = stateOf(record)
  const changesNothing = mutation === 'update' && state.changed.size === 0
  const row = writeRow(record, mutation)
  if (!row) return null
  if (changesNothing) return row.sys_id ?? null
  // After rules still see what changed: the filter compares with `previous`, changes() with the row before.
  const after = recordAt(state.tableName, mutation === 'update' && previous ? stateOf(previous).stored : row)
  stateOf(after).operation = mutation
  if (mutation === 'update') for (const [field, value] of Object.entries(row)) stateOf(after).write(field, value)
  if (mutation === 'insert') stateOf(after).isNew = true
  runPhase('after', rules, after, previous)
  queueAsync(rules, after, previous)
  state.standOn(mutation === 'delete' ? undefined : (written.get(row.sys_id ?? '') ?? row))
  return row.sys_id ?? null
}

pipeline.write = write
