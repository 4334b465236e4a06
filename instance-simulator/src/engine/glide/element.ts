import { call, notSimulated } from './host.ts'
import { isJournal } from './table.ts'
import { ELEMENT_METHODS_NOT_SIMULATED } from './unsimulated-methods.ts'
import { toFieldText } from './values.ts'
import type { RecordState } from './record-state.ts'

/** Set by record.ts: an element makes a record for its reference, a record makes its elements. */
export const recordFactory: { make?: (table: string, sysId: string) => unknown } = {}

/**
 * A field of a record. An object, never a string: `===` to a text is false, and it follows its record through a loop.
 * Booleans say "true"/"false" as text and "1"/"0" by getValue.
 */
export class GlideElement {
  readonly _state: RecordState
  readonly _path: string

  constructor(state: RecordState, path: string) {
    this._state = state
    this._path = path
  }

  _at(): { table: string; field: string; value: string } {
    return this._state.walk(this._path) ?? { table: '', field: '', value: '' }
  }
  _type(): string {
    if (!this._path.includes('.')) return this._state.column(this._path)?.type ?? 'string'
    const { table, field } = this._at()
    return table === '' ? 'string' : call<string>('table.columnType', { table, field })
  }
  _decrypted(): string {
    return call<string>('secret.decrypt', { text: this._at().value })
  }

  getValue(): string | null {
    const { value } = this._at()
    return value === '' ? null : value
  }
  getName(): string {
    return this._path.slice(this._path.lastIndexOf('.') + 1)
  }
  getTableName(): string {
    return this._at().table
  }
  getLabel(): string {
    return this._state.column(this._path)?.label ?? this.getName()
  }
  getED(): never {
    return notSimulated('GlideElement.getED')
  }
  getReferenceTable(): string | null {
    return this._state.column(this._path)?.reference || null
  }
  getDisplayValue(): string {
    const { table, field, value } = this._at()
    if (this._type() === 'password2') return value === '' ? '' : '********'
    return table === '' ? '' : call<string>('record.display', { table, field, value })
  }
  getRefRecord(): unknown {
    const reference = this._state.column(this._path)?.reference
    if (!reference) return null
    return recordFactory.make?.(reference, this._at().value)
  }
  getDecryptedValue(): string | null {
    const text = this._type() === 'password2' ? this._decrypted() : this._at().value
    return text === '' ? null : text
  }
  /** -1: every entry, newest first; 1: the newest. */
  getJournalEntry(which: number): string {
    const { tableName: table } = this._state
    const all = call<string>('record.journal', { table, sysId: this._state.read('sys_id') ?? '', field: this._path })
    return which === 1 ? `${all.split('\n\n')[0] ?? ''}\n\n` : all
  }
  toJSON(): never {
    return notSimulated(`JSON of the GlideElement ${this._path} (use getValue)`)
  }
  getChoices(): string[] {
    return (this._state.column(this._path)?.choices ?? []).map((choice) => choice.value)
  }
  getChoiceValue(): string {
    return this.getDisplayValue()
  }
  getHTMLValue(): string {
    return this.toString()
  }
  setValue(value: unknown): void {
    const column = this._state.column(this._path)
    if (!column) return
    const text = toFieldText(value, column.type)
    if (column.type === 'password2' && text !== '' && !text.startsWith('v1:')) {
      notSimulated(`setValue of plain text on the password2 field ${this._path} (use setDisplayValue, which encrypts)`)
    }
    this._state.write(this._path, text)
  }
  setDisplayValue(value: unknown): void {
    const column = this._state.column(this._path)
    if (!column) return
    const text = toFieldText(value, column.type)
    const { tableName } = this._state
    const stored =
      column.type === 'password2'
        ? text
        : call<string>('record.valueOfDisplay', { table: tableName, field: this._path, text })
    this._state.write(this._path, stored)
  }
  setError(message: unknown): void {
    this._state.errors.set(this._path, String(message))
  }
  getError(): string {
    return this._state.errors.get(this._path) ?? ''
  }
  hasValue(): boolean {
    return this._at().value !== ''
  }
  nil(): boolean {
    return this._at().value === ''
  }
  changes(): boolean {
    return this._state.isNew ? this._at().value !== '' : this._state.changed.has(this._path)
  }
  changesTo(value: unknown): boolean {
    return this.changes() && this._at().value === toFieldText(value, this._type())
  }
  changesFrom(value: unknown): boolean {
    const before = this._state.stored[this._path] ?? ''
    return this.changes() && before === toFieldText(value, this._type())
  }
  canRead(): boolean {
    return this._can('read')
  }
  canWrite(): boolean {
    return this._can('write')
  }
  canCreate(): boolean {
    return this._can('create')
  }
  _can(operation: string): boolean {
    const { tableName, stored, isNew } = this._state
    return call<boolean>('record.can', { operation, table: tableName, row: isNew ? null : stored, field: this._path })
  }
  dateNumericValue(): number {
    const { value } = this._at()
    return value === '' ? 0 : Date.parse(`${value.replace(' ', 'T')}${value.includes(' ') ? 'Z' : ''}`)
  }
  toString(): string {
    const { value } = this._at()
    const type = this._type()
    if (type === 'boolean') return value === '1' ? 'true' : 'false'
    if (isJournal(type) && value === '') return this.getJournalEntry(-1)
    return value
  }
  [Symbol.toPrimitive](hint: string): string | number | boolean {
    if (hint === 'string') return this.toString()
    if (this._type() === 'boolean') return this._at().value === '1'
    return hint === 'number' ? Number(this.toString()) : this.toString()
  }
}

/** `current.caller_id.name`: properties of a reference element are elements of the record it points to. */
export function makeElement(state: RecordState, path: string): GlideElement {
  const cache = new Map<string, GlideElement>()
  return new Proxy(new GlideElement(state, path), {
    get(target, property, receiver): unknown {
      if (typeof property === 'symbol' || property in target) {
        return (target as unknown as Record<string | symbol, unknown>)[property]
      }
      if (ELEMENT_METHODS_NOT_SIMULATED.has(property)) return notSimulated(`GlideElement.${property}`)
      if (property === 'length') return undefined
      if (target._type() !== 'reference') return undefined
      const child = `${path}.${property}`
      const known = cache.get(child)
      if (known) return known
      if (!call<boolean>('table.hasPath', { table: state.tableName, path: child })) return undefined
      const made = makeElement(state, child)
      cache.set(child, made)
      void receiver
      return made
    },
    set: () => true,
  })
}
