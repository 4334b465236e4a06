/** A file of a pair: `out`, offered to the other side in a message; `in`, to be brought to our record. */
export interface PairFileTable {
  id: string
  connection_id: string
  /** The pair's row. */
  item_id: string
  direction: string
  /** As both sides know it. */
  file_id: string
  sha256: string
  bytes: number
  state: string
  /** When there is something to do. */
  due_at: number | null
  /** When a side that cannot be called was last asked for it; null: it has to be. */
  asked_at: number | null
  attempts: number
  /** By which the tracker reports that it has written it. */
  plan_id: string | null
  /** Code of why it was given up. */
  fault: string | null
  /** What it is called and who attached it, until it is written. */
  file_sealed: string | null
}

/** Contents on their way: `out`, to be fetched by the other side; `in`, by our tracker. Deleting the row forgets the key of its parts. */
export interface BlobTable {
  id: string
  connection_id: string
  direction: string
  sha256: string
  bytes: number
  received: number
  /** By which its parts are sealed. */
  key_sealed: string
  touched_at: number
}

/** `data`: of the bytes from `place` on, sealed by the key of the blob, in base64. */
export interface BlobPartTable {
  blob_id: string
  place: number
  data: string
}
