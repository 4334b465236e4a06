import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'

import { grantedPeerOf } from '../../connections/granted-peer.ts'
import { thumbprintOf } from '../../keys/key-pair.ts'
import { earlierKeyOf } from '../../peer-calls/earlier-key.ts'
import { openConnectionKey, publicJwkOf } from '../../peer-calls/sealed-keys.ts'
import type { ConnectionRecord } from '../../store/connection-record.ts'
import type { MessageExpectation } from '../messages/message.ts'
import type { SyncContext } from './sync-context.ts'

/** By which a text of ours is signed, and for whom. */
export function signerOf({ identity, vault, now }: SyncContext, record: ConnectionRecord) {
  const { sharedId, instanceUid } = grantedPeerOf(record)
  const key = openConnectionKey(vault, record)
  return { iss: identity.instanceUid, aud: instanceUid, connectionId: sharedId, key, now: now() }
}

/** Whose signature a text of the other side must carry. */
export function expectedOf({ identity, database, now }: SyncContext, record: ConnectionRecord): MessageExpectation {
  const { sharedId, instanceUid } = grantedPeerOf(record)
  const { id, remoteKeyX } = record
  const known = remoteKeyX === null ? undefined : publicJwkOf(remoteKeyX)
  return {
    iss: instanceUid,
    aud: identity.instanceUid,
    connectionId: sharedId,
    om: HUB_OBJECT_VERSIONS,
    findKey: async (kid) => (known && thumbprintOf(known) === kid ? known : earlierKeyOf(database.db, id, kid, now())),
  }
}
