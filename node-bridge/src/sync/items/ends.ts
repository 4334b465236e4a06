import { createHash } from 'node:crypto'

import type { Side } from '@accord/shared/protocol'

import { findGrantedPeer } from '../../connections/granted-peer.ts'
import type { NodeIdentity } from '../../identity/node-identity.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'

type End = Pick<ConnectionRecord, 'peerConnectionId' | 'side'>

/** Both ends of this connection are here. */
export const isLocal = ({ peerConnectionId }: Pick<ConnectionRecord, 'peerConnectionId'>): boolean =>
  peerConnectionId !== null

/** True where the connection has another end: at another node, or here. */
export const hasPeer = (record: ConnectionRecord): boolean => isLocal(record) || findGrantedPeer(record) !== undefined

/**
 * By what this end is known to the other: in messages, and in the ids of comments and files. Where both ends are on one node each has a uid of its own, or neither could tell its entries from those of the other.
 */
export const endUidOf = ({ instanceUid }: Pick<NodeIdentity, 'instanceUid'>, record: End): string =>
  isLocal(record) ? localUidOf(instanceUid, record.side) : instanceUid

/** By what the other end is known to this one. */
export const peerUidOf = (
  { instanceUid }: Pick<NodeIdentity, 'instanceUid'>,
  record: End & Pick<ConnectionRecord, 'remote'>,
): string | null => (isLocal(record) ? localUidOf(instanceUid, otherSideOf(record.side)) : record.remote.instanceUid)

export const otherSideOf = (side: Side): Side => (side === 'source' ? 'destination' : 'source')

/**
 * What `via` calls the place that a change of this connection passes here: the instance; or, where it stays inside of it, the end
 * itself, since a change may well go on from there by another connection.
 */
export const passerUidOf = (
  { instanceUid }: Pick<NodeIdentity, 'instanceUid'>,
  { id, side, peerConnectionId }: End & Pick<ConnectionRecord, 'id'>,
): string => {
  if (peerConnectionId === null) return instanceUid
  return uuidOf(`accord passer\n${side === 'source' ? id : peerConnectionId}\n${side}`)
}

export const localUidOf = (instanceUid: string, side: Side): string => uuidOf(`accord end\n${instanceUid}\n${side}`)

function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
