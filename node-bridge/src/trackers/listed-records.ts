import type { TrackerRefusal } from './tracker-refusal.ts'

/** A page of what a condition finds; one that holds fewer than were asked for is the last. */
export type ListedRecords =
  | { readonly kind: 'listed'; readonly records: readonly { readonly id: string; readonly version: string }[] }
  | TrackerRefusal

export interface ListRequest {
  readonly table: string
  /** In the tracker's own language. */
  readonly query: string
  /** The last id of the page before; absent for the first one. */
  readonly behind: string | undefined
  readonly most: number
}
