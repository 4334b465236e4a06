import type { Inbound, SyncPair } from './sync-pair.ts'

/**
 * Comments of the message that may have to be written here, by id. None that came from here, and none that we know to be
 * there; the effects of the instance stand behind this, since we may have forgotten (PROTOCOL.md §11.7).
 */
export const newComments = (pair: SyncPair, inbound: Inbound, instanceUid: string): readonly string[] =>
  newEntries(inbound.hashes.comments, pair.synced.comments, instanceUid)

/** The same of files. */
export const newFiles = (pair: SyncPair, inbound: Inbound, instanceUid: string): readonly string[] =>
  newEntries(inbound.hashes.files, pair.synced.files, instanceUid)

const newEntries = (
  received: Inbound['hashes']['comments'],
  known: Inbound['hashes']['comments'],
  instanceUid: string,
): readonly string[] =>
  Object.keys(received).filter((id) => received[id] !== known[id] && !id.startsWith(`${instanceUid}:`))
