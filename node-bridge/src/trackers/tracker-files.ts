import type { TrackerRefusal } from './tracker-refusal.ts'

/** A file of a record of ours, whose contents the tracker sends to the node. */
export interface FileToSend {
  readonly table: string
  readonly recordId: string
  readonly sha256: string
  /** Under which the node takes them. */
  readonly upload: string
}

/** `gone`: the record has no such file. */
export type SentFile = { readonly kind: 'sent' } | { readonly kind: 'gone' } | TrackerRefusal

/** A file that a record of ours shall have or, without `download`, shall no longer have: only one that this pair has brought goes. */
export interface PlannedFile {
  /** Unique, as that of a `PlannedWrite`. */
  readonly id: string
  readonly pair: string
  readonly table: string
  readonly recordId: string
  readonly file: {
    /** As both sides know it. It is written once for the pair. */
    readonly id: string
    readonly name: string
    readonly bytes: number
    readonly sha256: string
    readonly author: string
  }
  /** Under which the node gives its contents. */
  readonly download?: string
}

export type WrittenFile = { readonly kind: 'written' } | { readonly kind: 'gone' } | TrackerRefusal
