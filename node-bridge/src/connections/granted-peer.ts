import type { ConnectionRecord, SealedKey } from '../store/connections/connection-record.ts'

/** What a side holds of the other from the grant on, until the connection has ended. */
export interface GrantedPeer {
  /** The id that both sides use between them. */
  readonly sharedId: string
  readonly instanceUid: string
  readonly nodeUrl: string
  /** This side's key of the connection. */
  readonly localKey: SealedKey
}

type Granted = Pick<ConnectionRecord, 'sharedId' | 'localKey' | 'remote'>

/** Undefined before the grant, after the end, for what another connection has superseded, and where both ends are on this node. */
export function findGrantedPeer({ sharedId, localKey, remote }: Granted): GrantedPeer | undefined {
  const { instanceUid, nodeUrl } = remote
  return sharedId && localKey && instanceUid && nodeUrl ? { sharedId, localKey, instanceUid, nodeUrl } : undefined
}

/** As `findGrantedPeer`, where the state implies one. Throws a plain error where it is missing, a fault of ours. */
export function grantedPeerOf(record: Granted & Pick<ConnectionRecord, 'id'>): GrantedPeer {
  const peer = findGrantedPeer(record)
  if (!peer) throw new Error(`Connection ${record.id} was granted, but a part of its grant is missing`)
  return peer
}
