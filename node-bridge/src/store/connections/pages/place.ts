import type { ConnectionState, ListOrder } from '@accord/shared/protocol'

/** Where a page begins: behind the connection with this key and id. `state`: of a list by state, which state it is in. */
export interface Place {
  readonly key: string | number
  readonly id: string
  readonly state?: ConnectionState
  /** Of a list by contact: behind those that have spoken come those that never have, by name. */
  readonly neverSpoken?: boolean
}

export interface PageRequest {
  /** In the order of a list by state. */
  readonly states: readonly ConnectionState[]
  /** Words that must all occur, as `nameKeyOf` makes them. None: no search. */
  readonly words: readonly string[]
  readonly order: ListOrder
  readonly descending: boolean
  readonly after: Place | undefined
  readonly limit: number
}

export interface Found {
  readonly id: string
  readonly key: string | number
}

/** `next` is undefined at the end. A page that is short of its limit may have a next one: it looked so far at once. */
export interface FoundPage {
  readonly found: readonly Found[]
  readonly next: Place | undefined
}

/** Cuts what was asked for with one more than the limit. */
export function cutPage(rows: readonly Found[], limit: number, more: Omit<Place, 'key' | 'id'> = {}): FoundPage {
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  return { found, next: rows.length > limit && last ? { ...more, key: last.key, id: last.id } : undefined }
}
