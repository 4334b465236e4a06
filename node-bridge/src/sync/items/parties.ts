import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'

import { grantedPeerOf } from '../../connections/granted-peer.ts'
import { thumbprintOf } from '../../keys/key-pair.ts'
import { earlierKeyOf } from '../../peer-calls/earlier-key.ts'
import { openConnectionKey, publicJwkOf } from '../../peer-calls/sealed-keys.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { MessageExpectation } from '../messages/message.ts'
import { endUidOf, isLocal, localUidOf, otherSideOf } from './ends.ts'
import type { SyncContext } from './sync-context.ts'

/** By which a text of ours is signed, and for whom. Between two ends on one node the node's own key signs. */
export function signerOf({ identity, vault, now }: SyncContext, record: ConnectionRecord) {
  const iss = endUidOf(identity, record)
  if (isLocal(record)) return { ...localParties(identity.instanceUid, record), key: identity.key, now: now() }
  const { sharedId, instanceUid } = grantedPeerOf(record)
  return { iss, aud: instanceUid, connectionId: sharedId, key: openConnectionKey(vault, record), now: now() }
}

const localParties = (instanceUid: string, { id, side, peerConnectionId }: ConnectionRecord) => ({
  iss: localUidOf(instanceUid, side),
  aud: localUidOf(instanceUid, otherSideOf(side)),
  connectionId: side === 'source' ? id : (peerConnectionId ?? id),
})

/** Whose signature a text of the other side must carry. */
export function expectedOf(context: SyncContext, record: ConnectionRecord): MessageExpectation {
  const { identity, database, now } = context
  const om = HUB_OBJECT_VERSIONS
  if (isLocal(record)) {
    const { iss: aud, aud: iss, connectionId } = localParties(identity.instanceUid, record)
    const { publicJwk, thumbprint } = identity.key
    return { iss, aud, connectionId, om, findKey: async (kid) => (kid === thumbprint ? publicJwk : undefined) }
  }
  const { sharedId, instanceUid } = grantedPeerOf(record)
  const { id, remoteKeyX } = record
  const known = remoteKeyX === null ? undefined : publicJwkOf(remoteKeyX)
  return {
    iss: instanceUid,
    aud: identity.instanceUid,
    connectionId: sharedId,
    om,
    findKey: async (kid) => (known && thumbprintOf(known) === kid ? known : earlierKeyOf(database.db, id, kid, now())),
  }
}
