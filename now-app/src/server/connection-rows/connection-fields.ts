import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { glideTimeOf } from '../platform/glide-time.ts'

/** A snapshot of the wire as the columns of the table of connections; what is null becomes the empty value. */
export function connectionFields(snapshot: ConnectionSnapshot): Readonly<Record<string, string>> {
  const { remote, stateReason } = snapshot
  return {
    name: snapshot.name,
    node_connection_id: snapshot.id,
    revision: String(snapshot.revision),
    side: snapshot.side,
    state: snapshot.state,
    state_reason_code: stateReason?.code ?? '',
    state_reason_detail: stateReason?.detail ?? '',
    local_short_name: snapshot.localShortName,
    remote_short_name: snapshot.remoteShortName,
    description: snapshot.description,
    mode: snapshot.mode,
    is_local: snapshot.local ? '1' : '0',
    remote_name: remote.name ?? '',
    remote_node_url: remote.nodeUrl ?? '',
    remote_instance_url: remote.instanceUrl ?? '',
    remote_instance_uid: remote.instanceUid ?? '',
    remote_node_type: remote.nodeType ?? '',
    remote_node_version: remote.nodeVersion ?? '',
    remote_key_fingerprint: remote.keyFingerprint ?? '',
    local_key_fingerprint: snapshot.localKeyFingerprint,
    rest_version: snapshot.restVersion ?? '',
    activated_at: glideTimeOf(snapshot.activatedAt),
    health: snapshot.health ?? '',
    last_contact_at: glideTimeOf(snapshot.lastContactAt),
  }
}
