import { call, notSimulated } from '../host.ts'
import { makeElement, recordFactory, type GlideElement } from './element.ts'
import { joinText } from './join-text.ts'
import { mayAbort } from './may-abort.ts'
import { mayReach } from './reach.ts'
import { GlideQueryCondition, RecordQuery, type GlideJoinCondition } from './record-query.ts'
import { RecordState } from './record-state.ts'
import { isJournal } from './table.ts'
import { RECORD_METHODS_NOT_SIMULATED } from './unsimulated-methods.ts'
import type { Values } from '../../job.ts'

const STATE = Symbol('state')
const QUERY = Symbol('query')
const ELEMENTS = Symbol('elements')
export const RESTRICT = Symbol('restrict')

/** Set by rule-pipeline.ts and query-rules.ts, which need records themselves. */
export const pipeline: {
  write?: (record: GlideRecord, mutation: 'insert' | 'update' | 'delete') => string | null
  beforeQuery?: (record: GlideRecord) => void
  fillDefaults?: (record: GlideRecord) => void
  restrictEncoded?: (table: string, encoded: string) => string | undefined
} = {}

const may = (state: RecordState, operation: string) =>
  call<boolean>('record.can', {
    operation, table: state.tableName, row: state.isValidRow ? state.stored : null, field: null,
  }) // prettier-ignore

/** GlideRecord: ignores ACLs, as on the platform. Fields are elements (see GlideElement). */
export class GlideRecord {
  [STATE]: RecordState;
  [QUERY] = new RecordQuery();
  [ELEMENTS] = new Map<string, GlideElement>()

  constructor(table: unknown) {
    this[STATE] = new RecordState(String(table))
    return withFields(this)
  }

  addQuery(field: unknown, ...parts: unknown[]): GlideQueryCondition {
    return this[QUERY].add(field, parts)
  }
  addEncodedQuery(text: unknown): void {
    this[QUERY].add(text, [])
  }
  applyEncodedQuery(text: unknown): void {
    for (const part of String(text).split('^')) {
      const [, field, value] = /^(\w+)=(.*)$/.exec(part) ?? []
      if (field !== undefined) this.setValue(field, value)
    }
  }
  addNullQuery(field: unknown): GlideQueryCondition {
    return this[QUERY].add(`${String(field)}ISEMPTY`, [])
  }
  addNotNullQuery(field: unknown): GlideQueryCondition {
    return this[QUERY].add(`${String(field)}ISNOTEMPTY`, [])
  }
  addActiveQuery(): GlideQueryCondition {
    return this[QUERY].add('active', [true])
  }
  addInactiveQuery(): GlideQueryCondition {
    return this[QUERY].add('active', [false])
  }
  orderBy(field: unknown): void {
    this[QUERY].orderBy.push({ field: String(field), descending: false })
  }
  orderByDesc(field: unknown): void {
    this[QUERY].orderBy.push({ field: String(field), descending: true })
  }
  /** Takes the place of a window that was chosen before. */
  setLimit(limit: unknown): void {
    this[QUERY].offset = undefined
    this[QUERY].limit = Number(limit)
  }
  chooseWindow(first: unknown, last: unknown): void {
    this[QUERY].offset = Number(first)
    this[QUERY].limit = Number(last) - Number(first)
  }
  getEncodedQuery(): string {
    return this[QUERY].encoded()
  }
  /** Without a field of the other table: its reference to this one. */
  addJoinQuery(otherTable: unknown, field?: unknown, otherField?: unknown): GlideJoinCondition {
    const { tableName } = this[STATE]
    return this[QUERY].join(joinText(tableName, String(otherTable), field, otherField))
  }
  isEncodedQueryValid(query: unknown): boolean {
    return call<boolean>('record.queryValid', { table: this[STATE].tableName, encoded: String(query) })
  }
  isValidEncodedQuery(query: unknown): boolean {
    return this.isEncodedQueryValid(query)
  }
  setNoCount(): void {
    // Rows are counted anyway; the platform only saves a query by it.
  }
  /** Lets the table's query rules add what they want. */
  [RESTRICT](): void {
    this[STATE].aborted = false
    this[QUERY].restrict(() => pipeline.beforeQuery?.(this))
  }
  query(...parts: unknown[]): void {
    if (parts.length > 0) this[QUERY].add(parts[0], parts.slice(1))
    this[RESTRICT]()
    const state = this[STATE]
    const { orderBy, limit, offset } = this[QUERY]
    state.rows = state.aborted || !mayReach(state.tableName, 'read')
      ? []
      : call<Values[]>('record.query', {
          table: state.tableName, encoded: this[QUERY].encoded(), orderBy, limit, offset, secure: state.secure,
        }) // prettier-ignore
    state.position = -1
    state.standOn(undefined)
  }
  next(): boolean {
    const state = this[STATE]
    if (state.position + 1 >= state.rows.length) return false
    state.position += 1
    state.standOn(state.rows[state.position])
    return true
  }
  _next(): boolean {
    return this.next()
  }
  _query(...parts: unknown[]): void {
    this.query(...parts)
  }
  hasNext(): boolean {
    const { rows, position } = this[STATE]
    return position + 1 < rows.length
  }
  get(nameOrId: unknown, value?: unknown): boolean {
    this[QUERY].reset()
    if (value === undefined) this[QUERY].add('sys_id', [String(nameOrId)])
    else this[QUERY].add(nameOrId, [value])
    this[QUERY].limit = 1
    this.query()
    return this.next()
  }
  getRowCount(): number {
    return this[STATE].rows.length
  }

  getValue(field: unknown): string | null {
    const value = this[STATE].walk(String(field))?.value
    return value === undefined || value === '' ? null : value
  }
  setValue(field: unknown, value: unknown): void {
    const name = String(field)
    if (isJournal(this[STATE].column(name)?.type ?? '')) notSimulated(`setValue of the journal ${name} (assign to it)`)
    this.getElement(field)?.setValue(value)
  }
  getDisplayValue(field?: unknown): string | null {
    const name = field === undefined ? (this[STATE].table?.displayField ?? 'sys_id') : String(field)
    return this.getElement(name)?.getDisplayValue() ?? null
  }
  setDisplayValue(field: unknown, value: unknown): void {
    this.getElement(field)?.setDisplayValue(value)
  }
  getElement(field: unknown): GlideElement | null {
    const name = String(field)
    const state = this[STATE]
    if (
      name.includes('.')
        ? !call<boolean>('table.hasPath', { table: state.tableName, path: name })
        : !state.hasField(name)
    )
      return null
    const known = this[ELEMENTS].get(name)
    if (known) return known
    const made = makeElement(state, name)
    this[ELEMENTS].set(name, made)
    return made
  }
  getElements(): GlideElement[] {
    return [...(this[STATE].table?.columns.keys() ?? [])].map((name) => this.getElement(name) as GlideElement)
  }
  getUniqueValue(): string | null {
    return this.getValue('sys_id')
  }
  getDisplayName(): string {
    return this[STATE].table?.displayField ?? ''
  }
  getTableName(): string {
    return this[STATE].tableName
  }
  getRecordClassName(): string {
    return this[STATE].read('sys_class_name') || this[STATE].tableName
  }
  getClassDisplayValue(): string {
    return this[STATE].table?.label ?? this[STATE].tableName
  }
  getLabel(): string {
    return this.getClassDisplayValue()
  }
  getLink(noStack?: unknown): string {
    return `${this[STATE].tableName}.do?sys_id=${this.getUniqueValue() ?? '-1'}${noStack === true ? '' : '&sysparm_stack=' + this[STATE].tableName + '_list.do?sysparm_query=active=true'}`
  }
  getRefRecord(field: unknown): unknown {
    return this.getElement(field)?.getRefRecord() ?? null
  }

  initialize(): void {
    this[QUERY].reset()
    this[STATE].rows = []
    this[STATE].standOn(undefined)
    this[STATE].isNew = true
  }
  newRecord(): void {
    this.initialize()
    pipeline.fillDefaults?.(this)
    this.setNewGuid()
  }
  setNewGuid(): void {
    this[STATE].changed.set('sys_id', call<string>('crypto.guid'))
  }
  setNewGuidValue(value: unknown): void {
    this[STATE].changed.set('sys_id', String(value))
  }
  insert(): string | null {
    return pipeline.write?.(this, 'insert') ?? null
  }
  update(_reason?: unknown): string | null {
    return pipeline.write?.(this, this[STATE].isValidRow ? 'update' : 'insert') ?? null
  }
  deleteRecord(): boolean {
    return pipeline.write?.(this, 'delete') !== null
  }
  updateMultiple(): void {
    const wanted = [...this[STATE].changed]
    this.query()
    while (this.next()) {
      for (const [field, value] of wanted) this[STATE].write(field, value)
      this.update()
    }
  }
  /** Neither a limit nor a window holds for it. */
  deleteMultiple(): void {
    this[QUERY].limit = undefined
    this[QUERY].offset = undefined
    this.query()
    while (this.next()) this.deleteRecord()
  }

  isValid(): boolean {
    return this[STATE].table !== undefined
  }
  isValidField(field: unknown): boolean {
    return this[STATE].hasField(String(field))
  }
  isValidRecord(): boolean {
    return this[STATE].isValidRow
  }
  isNewRecord(): boolean {
    return this[STATE].isNew
  }
  operation(): string {
    return this[STATE].operation
  }
  changes(): boolean {
    return this[STATE].changed.size > 0
  }
  setAbortAction(abort: unknown): void {
    if (mayAbort(this[STATE].tableName)) this[STATE].aborted = abort === true || abort === 'true'
  }
  isActionAborted(): boolean {
    return this[STATE].aborted
  }
  setWorkflow(enabled: unknown): void {
    this[STATE].workflow = enabled === true || enabled === 'true'
  }
  isWorkflow(): boolean {
    return this[STATE].workflow
  }
  autoSysFields(enabled: unknown): void {
    this[STATE].autoSysFields = enabled === true
    if (!this[STATE].autoSysFields) notSimulated('GlideRecord.autoSysFields(false)')
  }
  setForceUpdate(): void {
    notSimulated('GlideRecord.setForceUpdate')
  }
  getLastErrorMessage(): string | null {
    return this[STATE].policy ?? [...this[STATE].errors.values()][0] ?? null
  }

  canRead(): boolean {
    return may(this[STATE], 'read')
  }
  canWrite(): boolean {
    return may(this[STATE], 'write')
  }
  canCreate(): boolean {
    return may(this[STATE], 'create')
  }
  canDelete(): boolean {
    return may(this[STATE], 'delete')
  }
}

export const stateOf = (record: GlideRecord): RecordState => record[STATE]
export const queryOf = (record: GlideRecord): RecordQuery => record[QUERY]

/** Field access: `gr.short_description` is an element, assignment sets the value, unknown names are undefined. */
function withFields(record: GlideRecord): GlideRecord {
  const proxy: GlideRecord = new Proxy(record, {
    get(target, property): unknown {
      if (typeof property === 'symbol' || property in target) {
        return (target as unknown as Record<string | symbol, unknown>)[property]
      }
      if (RECORD_METHODS_NOT_SIMULATED.has(property)) return notSimulated(`GlideRecord.${property}`)
      return proxy.getElement(property) ?? undefined
    },
    set(target, property, value: unknown): boolean {
      if (typeof property === 'symbol') (target as unknown as Record<symbol, unknown>)[property] = value
      else proxy.getElement(property)?.setValue(value)
      return true
    },
    has: (target, property) => property in target || (typeof property === 'string' && target[STATE].hasField(property)),
  })
  return proxy
}

recordFactory.make = (table, sysId) => {
  const record = new GlideRecord(table)
  if (sysId !== '') record.get(sysId)
  return record
}
