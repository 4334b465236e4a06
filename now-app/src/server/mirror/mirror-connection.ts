import type { ConnectionSnapshot, HandshakeEntry } from '@accord/shared/schemas'
import { storeLog } from './store-log.ts'
import { storeSnapshot } from './store-snapshot.ts'

/** A connection with its handshake log, as the node sends it in answers and callbacks. */
export interface ConnectionDetail {
  readonly connection: ConnectionSnapshot
  readonly log: readonly HandshakeEntry[]
}

/** Mirrors both and returns the revision that stands now. */
export function mirrorConnection({ connection, log }: ConnectionDetail): number {
  const { sysId, revision } = storeSnapshot(connection)
  storeLog(sysId, log)
  return revision
}
