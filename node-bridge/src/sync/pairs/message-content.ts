import type { Replica, SyncComment, SyncFile } from '@accord/shared/schemas'

import type { Path, RemoteRecord } from './sync-pair.ts'

/** Where a message stands in both sides' lives. */
interface Place {
  readonly mid: string
  readonly epoch: number
  readonly peerEpoch: number
  readonly seq: number
  readonly ack: number
}

/** What the outgoing script made of our record. `comments`: in the order in which they were written. */
export interface RecordContent {
  readonly record: RemoteRecord
  readonly replica: Replica
  readonly comments: readonly SyncComment[]
  readonly files: readonly SyncFile[]
  /** Instances that the change has come through; ours is added by who signs. */
  readonly via?: readonly string[]
}

/** What a message says beside for whom it is; `createMessage` signs it. */
export type MessageContent =
  | (Place & RecordContent & { readonly kind: 'state'; readonly changed: readonly Path[] })
  | (Place & RecordContent & { readonly kind: 'link'; readonly changed: readonly Path[]; readonly target: string })
  | (Place & { readonly kind: 'delete' | 'unlink' })
