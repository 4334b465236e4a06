import { honest } from '../host.ts'
import type { Column } from './table.ts'

/** What a scoped script may ask the dictionary about a field; the rest of the class says that it is not simulated. */
export class GlideElementDescriptor {
  readonly #table: string
  readonly #name: string
  readonly #column: Column | undefined

  constructor(table: string, name: string, column: Column | undefined) {
    this.#table = table
    this.#name = name
    this.#column = column
  }

  getName(): string {
    return this.#name
  }
  getLabel(): string {
    return this.#column?.label ?? this.#name
  }
  getInternalType(): string {
    return this.#column?.type ?? 'string'
  }
  getLength(): number {
    return this.#column?.maxLength ?? 0
  }
  getTableName(): string {
    return this.#table
  }
}
honest('GlideElementDescriptor', GlideElementDescriptor)
