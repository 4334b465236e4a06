import type { SyncComment } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { isWordingKnown } from './hash-state.ts'
import type { RecordContent } from './message-content.ts'
import type { SyncPair } from './sync-pair.ts'

/** A compact JWS writes three bytes as four characters; some room is left for its header and the other claims. */
const CLAIMS_BYTES = Math.floor((SYNC_LIMITS.messageBytes * 3) / 4) - 2048

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/**
 * As many of these comments, oldest first, as fit beside the rest of a message; at least one, so that the pair goes on. What
 * is left is sent by the next one.
 */
export function fitComments(
  comments: readonly SyncComment[],
  { replica, files }: Pick<RecordContent, 'replica' | 'files'>,
): readonly SyncComment[] {
  if (comments.length === 0) return comments
  let room = CLAIMS_BYTES - sizeOf(replica) - sizeOf(files)
  const end = comments.findIndex((comment, place) => {
    room -= sizeOf(comment) + 1
    return place > 0 && (room < 0 || place >= SYNC_LIMITS.comments)
  })
  return end < 0 ? comments : comments.slice(0, end)
}

/** One that the other side has in another wording was edited since. */
export const asKnown = ({ synced }: SyncPair, comment: SyncComment): SyncComment =>
  isWordingKnown(synced.comments[comment.id]) ? { ...comment, edited: true } : comment
