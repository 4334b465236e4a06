import type { Choice } from '../../../contracts.ts'
import { GlideElementDescriptor } from './element-descriptor.ts'
import { call, notSimulated } from '../host.ts'
import { findTable, isJournal } from './table.ts'
import { ELEMENT_METHODS_NOT_SIMULATED } from './unsimulated-methods.ts'
import { settableText, toFieldText } from './values.ts'
import type { RecordState } from './record-state.ts'

/** Set by record.ts: an element makes a record for its reference, a record makes its elements. */
export const recordFactory: { make?: (table: string, sysId: string) => unknown } = {}

/**
 * A field of a record. An object, never a string: `===` to a text is false, and it follows its record through a loop.
 * Booleans say "true"/"false" as text and "1"/"0" by getValue.
 */
export class GlideElement {
  readonly #state: RecordState
  readonly #path: string

  /** The column's type, for the proxy around an element. */
  static typeOf(element: GlideElement): string {
    return element.#type()
  }

  constructor(state: RecordState, path: string) {
    this.#state = state
    this.#path = path
  }

  #at(): { table: string; field: string; value: string } {
    return this.#state.walk(this.#path) ?? { table: '', field: '', value: '' }
  }
  #type(): string {
    if (!this.#path.includes('.')) return this.#state.column(this.#path)?.type ?? 'string'
    const { table, field } = this.#at()
    return table === '' ? 'string' : call<string>('table.columnType', { table, field })
  }
  #decrypted(): string {
    return call<string>('secret.decrypt', { text: this.#at().value })
  }

  getValue(): string | null {
    const { value } = this.#at()
    return value === '' ? null : value
  }
  getName(): string {
    return this.#path.slice(this.#path.lastIndexOf('.') + 1)
  }
  getTableName(): string {
    return this.#at().table
  }
  getLabel(): string {
    return this.#state.column(this.#path)?.label ?? this.getName()
  }
  /** What the dictionary says of the field. */
  getED(): GlideElementDescriptor {
    const { table, field } = this.#at()
    return new GlideElementDescriptor(table, this.getName(), field === '' ? undefined : findTable(table)?.columns.get(field)) // prettier-ignore
  }
  getReferenceTable(): string | null {
    return this.#state.column(this.#path)?.reference || null
  }
  getDisplayValue(): string {
    const { table, field, value } = this.#at()
    if (this.#type() === 'password2') return value === '' ? '' : '********'
    return table === '' ? '' : call<string>('record.display', { table, field, value })
  }
  getRefRecord(): unknown {
    const reference = this.#state.column(this.#path)?.reference
    if (!reference) return null
    return recordFactory.make?.(reference, this.#at().value)
  }
  getDecryptedValue(): string | null {
    const text = this.#type() === 'password2' ? this.#decrypted() : this.#at().value
    return text === '' ? null : text
  }
  /** -1: every entry, newest first; 1: the newest. */
  getJournalEntry(which: number): string {
    const { tableName: table } = this.#state
    const sysId = this.#state.read('sys_id') ?? ''
    return call<string>('record.journal', { table, sysId, field: this.#path, ...(which === 1 ? { count: 1 } : {}) })
  }
  toJSON(): never {
    return notSimulated(`JSON of the GlideElement ${this.#path} (use getValue)`)
  }
  getChoices(): string[] {
    const { table, field } = this.#at()
    return call<readonly Choice[]>('record.choices', { table, field }).map(({ value }) => value)
  }
  getChoiceValue(): string {
    return this.getDisplayValue()
  }
  getHTMLValue(): string {
    return this.toString()
  }
  setValue(value: unknown): void {
    const column = this.#state.column(this.#path)
    if (!column) return
    const text = settableText(value, column.type)
    if (column.type === 'password2' && text !== '' && !text.startsWith('v1:')) {
      notSimulated(`setValue of plain text on the password2 field ${this.#path} (use setDisplayValue, which encrypts)`)
    }
    this.#state.write(this.#path, text)
  }
  setDisplayValue(value: unknown): void {
    const column = this.#state.column(this.#path)
    if (!column) return
    const text = toFieldText(value, column.type)
    const { tableName } = this.#state
    const stored =
      column.type === 'password2'
        ? text
        : call<string>('record.valueOfDisplay', { table: tableName, field: this.#path, text })
    this.#state.write(this.#path, stored)
  }
  setError(message: unknown): void {
    this.#state.errors.set(this.#path, String(message))
  }
  getError(): string {
    return this.#state.errors.get(this.#path) ?? ''
  }
  hasValue(): boolean {
    return this.#at().value !== ''
  }
  nil(): boolean {
    return this.#at().value === ''
  }
  changes(): boolean {
    return this.#state.isNew ? this.#at().value !== '' : this.#state.changed.has(this.#path)
  }
  changesTo(value: unknown): boolean {
    return this.changes() && this.#at().value === toFieldText(value, this.#type())
  }
  changesFrom(value: unknown): boolean {
    const before = this.#state.stored[this.#path] ?? ''
    return this.changes() && before === toFieldText(value, this.#type())
  }
  canRead(): boolean {
    return this.#can('read')
  }
  canWrite(): boolean {
    return this.#can('write')
  }
  canCreate(): boolean {
    return this.#can('create')
  }
  #can(operation: string): boolean {
    const { tableName, changed, isNew } = this.#state
    const row = isNew && changed.size === 0 ? null : this.#state.image()
    return call<boolean>('record.can', { operation, table: tableName, row, field: this.#path })
  }
  dateNumericValue(): number {
    const { value } = this.#at()
    return value === '' ? 0 : Date.parse(`${value.replace(' ', 'T')}${value.includes(' ') ? 'Z' : ''}`)
  }
  toString(): string {
    const { value } = this.#at()
    const type = this.#type()
    if (type === 'boolean') return value === '1' ? 'true' : 'false'
    if (isJournal(type) && value === '') return this.getJournalEntry(-1)
    return value
  }
  [Symbol.toPrimitive](hint: string): string | number | boolean {
    if (hint === 'string') return this.toString()
    if (this.#type() === 'boolean') return this.#at().value === '1'
    return hint === 'number' ? Number(this.toString()) : this.toString()
  }
}

/** `current.caller_id.name`: properties of a reference element are elements of the record it points to. */
export function makeElement(state: RecordState, path: string): GlideElement {
  const cache = new Map<string, GlideElement>()
  return new Proxy(new GlideElement(state, path), {
    get(target, property, receiver): unknown {
      if (typeof property === 'symbol' || property in target) {
        // Bound to the element itself: private state is not reachable through the proxy.
        const member = (target as unknown as Record<string | symbol, unknown>)[property]
        return typeof member === 'function' ? (member.bind(target) as unknown) : member
      }
      if (ELEMENT_METHODS_NOT_SIMULATED.has(property)) return notSimulated(`GlideElement.${property}`)
      if (property === 'length') return undefined
      if (GlideElement.typeOf(target) !== 'reference') return undefined
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
