import { isInternalHash } from './hash-state.ts'
import { has } from './hashes.ts'
import type { Hashes, Inbound, StateHashes, SyncPair } from './sync-pair.ts'

/** By what both ends of a pair are known, in the ids of comments and files that were made there. */
export interface Ends {
  readonly end: string
  readonly peer: string | null
}

/** No hash begins with it. */
const BROUGHT = '<'

/**
 * The hashes of comments and files that the other side sends bear a mark. Ids alone do not say who brought an entry: a third
 * company may have made it, and then either of us can have passed it on.
 */
export const markBrought = ({ paths, comments, files }: StateHashes): StateHashes => ({
  paths,
  comments: marked(comments),
  files: marked(files),
})

const marked = (hashes: Hashes): Hashes =>
  Object.fromEntries(Object.entries(hashes).map(([id, hash]) => [id, BROUGHT + hash]))

const isBrought = (hash: string | undefined): boolean => hash?.startsWith(BROUGHT) ?? false

const plain = (hash: string | undefined): string | undefined => (isBrought(hash) ? hash?.slice(BROUGHT.length) : hash)

/** The synced state once a message is applied. What we have sent stays ours, whoever sends it as well. */
export const withBrought = (known: Hashes, received: Hashes): Hashes => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(received).map(([id, hash]) => [id, isBrought(known[id] ?? hash) ? hash : (plain(hash) ?? hash)]),
  ),
})

/**
 * An entry or file that the other side made, or that this pair has brought here, never travels back, in whatever wording it was
 * written. The pair that brought it may be an earlier one of the two records.
 */
export function isTheirs(
  { synced, inbound }: Pick<SyncPair, 'synced' | 'inbound'>,
  kind: 'comments' | 'files',
  id: string,
  { end, peer }: Ends,
): boolean {
  if (peer !== null && id.startsWith(`${peer}:`)) return true
  return !id.startsWith(`${end}:`) && isBrought(synced[kind][id] ?? inbound?.hashes[kind][id])
}

/** That a file which the other side has of us is offered no more is a change as well. */
export const withdrawnFiles = (pair: Pick<SyncPair, 'synced' | 'inbound'>, offered: Hashes, ends: Ends): Hashes =>
  Object.fromEntries(
    Object.keys(pair.synced.files)
      .filter((id) => !isTheirs(pair, 'files', id, ends) && !has(offered, id))
      .map((id) => [id, '']),
  )

/**
 * Comments of the message that may have to be written here, by id. None that came from here, and none that we know to be
 * there; the effects of the instance stand behind this, since we may have forgotten (PROTOCOL.md §11.7).
 */
export const newComments = (pair: SyncPair, inbound: Inbound, end: string): readonly string[] =>
  newEntries(inbound.hashes.comments, pair.synced.comments, end)

/** Entries that the other side has sent as internal before, and calls visible now. */
export const widenedComments = ({ synced }: SyncPair, { hashes }: Inbound): readonly string[] =>
  Object.keys(hashes.comments).filter(
    (id) => isInternalHash(synced.comments[id]) && !isInternalHash(hashes.comments[id]),
  )

/** As `newComments`. */
export const newFiles = (pair: SyncPair, inbound: Inbound, end: string): readonly string[] =>
  newEntries(inbound.hashes.files, pair.synced.files, end)

const newEntries = (received: Hashes, known: Hashes, end: string): readonly string[] =>
  Object.keys(received).filter((id) => plain(received[id]) !== plain(known[id]) && !id.startsWith(`${end}:`))
