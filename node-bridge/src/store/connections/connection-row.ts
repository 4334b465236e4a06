import { type ConfigurationMode, type ConnectionState, hasTrait, type Side } from '@accord/shared/protocol'
import type { Insertable, Selectable, Updateable } from 'kysely'

import {
  type ConnectionFields,
  type ConnectionRecord,
  nameKeyOf,
  type RefusedRedeemRecord,
  type RemoteDetails,
} from './connection-record.ts'
import { searchKeyOf } from './search-key.ts'
import type { ConnectionTable } from '../engine/tables/connection-tables.ts'

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))
const msOf = (date: Date | null): number | null => date?.getTime() ?? null

/** Rows were written by this release or an older one, and only by `rowOf` and `changesOf`: the casts name what these wrote. */
export function recordOf(row: Selectable<ConnectionTable>): ConnectionRecord {
  return {
    id: row.id,
    requestId: row.request_id,
    revision: row.revision,
    side: row.side as Side,
    state: row.state as ConnectionState,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as { code: string; detail: string }),
    name: row.name,
    localShortName: row.local_short_name,
    remoteShortName: row.remote_short_name,
    description: row.description,
    mode: row.mode as ConfigurationMode,
    destinationUrl: row.destination_url,
    peerConnectionId: row.peer_connection_id,
    remote: JSON.parse(row.remote) as RemoteDetails,
    remoteIdentityThumbprint: row.remote_identity_thumbprint,
    invitationId: row.invitation_id,
    sharedId: row.shared_id,
    localKey:
      row.local_key_x === null || row.local_key_sealed === null
        ? null
        : { x: row.local_key_x, sealed: row.local_key_sealed },
    remoteKeyX: row.remote_key_x,
    restVersion: row.rest_version,
    confirmBy: dateOf(row.confirm_by),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    activatedAt: dateOf(row.activated_at),
    lastContactAt: dateOf(row.last_contact_at),
    // Migrations before the one that adds the column read rows, too.
    refusedRedeems: !row.refused_redeems ? [] : (JSON.parse(row.refused_redeems) as RefusedRedeemRecord[]),
  }
}

export function rowOf(record: ConnectionRecord): Insertable<ConnectionTable> {
  return {
    id: record.id,
    request_id: record.requestId,
    revision: record.revision,
    state: record.state,
    ended: endedOf(record.state),
    mode: record.mode,
    destination_url: record.destinationUrl,
    peer_connection_id: record.peerConnectionId,
    created_at: record.createdAt.getTime(),
    updated_at: record.updatedAt.getTime(),
    ...fieldsOf(record),
    search_key: searchKeyOf(record),
  }
}

const endedOf = (state: ConnectionState): number => (!hasTrait(state, 'holdsName') ? 1 : 0)

const fieldsOf = (fields: ConnectionFields) => ({
  side: fields.side,
  name: fields.name,
  name_key: nameKeyOf(fields.name),
  local_short_name: fields.localShortName,
  remote_short_name: fields.remoteShortName,
  description: fields.description,
  reason: fields.reason && JSON.stringify(fields.reason),
  remote: JSON.stringify(fields.remote),
  remote_identity_thumbprint: fields.remoteIdentityThumbprint,
  invitation_id: fields.invitationId,
  shared_id: fields.sharedId,
  local_key_x: fields.localKey?.x ?? null,
  local_key_sealed: fields.localKey?.sealed ?? null,
  remote_key_x: fields.remoteKeyX,
  rest_version: fields.restVersion,
  confirm_by: msOf(fields.confirmBy),
  activated_at: msOf(fields.activatedAt),
  last_contact_at: msOf(fields.lastContactAt),
  refused_redeems: fields.refusedRedeems.length === 0 ? null : JSON.stringify(fields.refusedRedeems),
})

/** What may change. What never does (id, mode, times of birth) is left alone. */
const changeableOf = (record: ConnectionRecord): Updateable<ConnectionTable> => ({
  revision: record.revision,
  state: record.state,
  ended: endedOf(record.state),
  updated_at: record.updatedAt.getTime(),
  ...fieldsOf(record),
})

/**
 * The columns that a change writes: those that differ, since an index is written anew for each column that is named, and
 * `search_key`, which an older release beside us may have left as it was when it changed a name.
 */
export function changesOf(before: ConnectionRecord, changed: ConnectionRecord): Updateable<ConnectionTable> {
  const was = new Map(Object.entries(changeableOf(before)))
  const differing = Object.entries(changeableOf(changed)).filter(([column, value]) => was.get(column) !== value)
  return { ...Object.fromEntries(differing), search_key: searchKeyOf(changed) }
}
