import { randomUUID } from 'node:crypto'

import type { ConnectionRecord } from '../../src/store/connections/connection-record.ts'

/** A connection as its source begins it; `changes` says what matters to the test. */
export function newConnection(changes: Partial<ConnectionRecord> = {}): ConnectionRecord {
  const id = randomUUID()
  const now = new Date('2026-05-04T10:00:00.000Z')
  return {
    id,
    sharedId: id,
    requestId: randomUUID(),
    revision: 1,
    side: 'source',
    state: 'invited',
    reason: null,
    name: `Connection ${id}`,
    localShortName: 'A',
    remoteShortName: 'B',
    description: 'Zeilen\nund Ümläute ✓',
    mode: 'script',
    destinationUrl: null,
    peerConnectionId: null,
    remote: { instanceUid: null, name: null, nodeUrl: null, instanceUrl: null, nodeType: null, nodeVersion: null },
    remoteIdentityThumbprint: null,
    invitationId: null,
    localKey: null,
    remoteKeyX: null,
    restVersion: null,
    confirmBy: null,
    createdAt: now,
    updatedAt: now,
    activatedAt: null,
    lastContactAt: null,
    refusedRedeems: [],
    ...changes,
  }
}
