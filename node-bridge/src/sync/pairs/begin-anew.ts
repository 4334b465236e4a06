import { SYNC_LIMITS } from '@accord/shared/sync'

import { onlyInternal } from './hash-state.ts'
import { hasEnded, moved } from './pair-state.ts'
import { AT_BEGINNING, type Epochs, NOTHING, type SyncPair } from './sync-pair.ts'

/**
 * One side has lost its memory of this pair, or both count differently: sequences and the synced state begin anew, and each
 * side sends its whole state (PROTOCOL.md §11.8). Comments and files are sent again as well; who has them already knows
 * them by their ids. What is stored of the messages on their way is to be removed.
 */
export function beginAnew(pair: SyncPair, epochs: Partial<Epochs>): SyncPair {
  const next = moved(pair, 'beginAnew')
  const isOpen = !hasEnded(next)
  return {
    ...next,
    ...AT_BEGINNING,
    // What was internal stays so, whoever sends it again.
    synced: { ...NOTHING, comments: onlyInternal(pair.synced.comments) },
    epochs: { ...pair.epochs, ...epochs },
    dirty: isOpen,
    ...(isOpen && { isComparing: true as const, sendsAll: true as const }),
  }
}

/**
 * Our epoch of pairs that begin in this life of the database, and of all others from its beginning on: its second. So it
 * lies above each that was used before, whichever backup came back.
 */
export const epochOfLife = (beganAt: Date): number => Math.floor(beganAt.getTime() / 1000)

/** After a restore of our database: `epoch` is that of the new life. A pair that has it already stays. */
export const afterRestore = (pair: SyncPair, epoch: number): SyncPair =>
  epoch > pair.epochs.ours ? beginAnew(pair, { ours: epoch }) : pair

/** After a restore of the other side: none of its pairs has an epoch below `theirs` any more. A pair that it never spoke of stays. */
export const afterTheirRestore = (pair: SyncPair, theirs: number): SyncPair =>
  pair.epochs.theirs > 0 && theirs > pair.epochs.theirs ? beginAnew(pair, { theirs }) : pair

/** Has our record a version that lies before the one that was seen? Then the tracker was restored; versions only ever rise. */
export const isSetBack = ({ seenVersion }: Pick<SyncPair, 'seenVersion'>, version: string): boolean =>
  seenVersion !== null && Number(version) < Number(seenVersion)

/** What we know of both records is of a time that our tracker has forgotten. */
export const afterTrackerRestore = (pair: SyncPair): SyncPair => beginAnew(pair, { ours: pair.epochs.ours + 1 })

/**
 * The other side knows more of us than we do: our database was restored, and nobody noticed. `known`: the epoch of ours that
 * it knows. Ours goes on above it, unless it lies further away than any backup.
 */
export const afterForgetting = (pair: SyncPair, known: number): SyncPair => {
  const { ours } = pair.epochs
  const isCredible = known - ours <= SYNC_LIMITS.epochsAhead
  return beginAnew(pair, { ours: Math.max(ours, isCredible ? known : 0) + 1 })
}
