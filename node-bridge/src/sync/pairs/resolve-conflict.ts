import { at, has } from './hashes.ts'
import type { Hashes, Inbound, Path, SomeHashes, SyncPair } from './sync-pair.ts'

/** Which of a message's changed paths the incoming script may use. */
export interface ConflictResolution {
  readonly take: readonly Path[]
  /** Ours stands, and the other side takes it: the script does not see these as changed. */
  readonly keep: readonly Path[]
  /** Taken although we had changed them, too: our value is gone here, which the history has to show. */
  readonly overwritten: readonly Path[]
}

/**
 * Where both sides changed one path the value of the source stands (PROTOCOL.md §11.7). Both come to this without
 * talking. `before`: our record as our outgoing script tells it now; empty where there is none.
 */
export function resolveConflict(pair: SyncPair, inbound: Inbound, before: Hashes): ConflictResolution {
  const contested = inbound.changed.filter((path) => isContested(pair, inbound, before, path))
  const keep = pair.side === 'source' ? contested : []
  const mine = pair.side === 'source' ? inbound.changed.filter((path) => isUnsent(pair, inbound, before, path)) : []
  return {
    take: inbound.changed.filter((path) => !keep.includes(path) && !mine.includes(path)),
    keep,
    overwritten: pair.side === 'source' ? [] : [...contested, ...overwrittenBefore(inbound, before)],
  }
}

/** A plan of before was written, and its outcome never came: what it has overwritten is no longer seen in the record. */
const overwrittenBefore = ({ changed, overwritten = [], written }: Inbound, before: Hashes): readonly Path[] =>
  overwritten.filter((path) => changed.includes(path) && isWritten(written, path, at(before, path)))

/** Both have changed it, and to different values. */
function isContested(pair: SyncPair, inbound: Inbound, before: Hashes, path: Path): boolean {
  if (at(before, path) === at(inbound.hashes.paths, path)) return false
  return isUnacknowledged(pair, inbound, path) || isOurChange(pair.synced.paths, inbound, path, at(before, path))
}

/** The sender had not received our last message of this path when it wrote. */
const isUnacknowledged = (pair: SyncPair, { ack }: Inbound, path: Path): boolean =>
  (pair.unacknowledged[path] ?? 0) > ack

/**
 * Both have come to one value, but that last message says another, and will stand over there once it is received: nothing is agreed
 * until ours is sent again.
 */
const isUnsent = (pair: SyncPair, inbound: Inbound, before: Hashes, path: Path): boolean =>
  isUnacknowledged(pair, inbound, path) &&
  at(before, path) === at(inbound.hashes.paths, path) &&
  at(before, path) !== lastSent(pair, path)

/** What the other side will have of us; `synced` once it has said so. */
const lastSent = ({ outbound, synced }: SyncPair, path: Path): string | null =>
  at(outbound && has(outbound.hashes.paths, path) ? outbound.hashes.paths : synced.paths, path)

/** Does this value come from our side? Not where a plan for the message that we are at may have written it. */
export const isOurChange = (
  synced: Hashes,
  inbound: Pick<Inbound, 'written'> | null,
  path: Path,
  value: string | null,
): boolean => value !== at(synced, path) && !(inbound && isWritten(inbound.written, path, value))

const isWritten = (written: SomeHashes, path: Path, value: string | null): boolean =>
  has(written, path) && at(written, path) === value
