import { randomUUID } from 'node:crypto'
import { ConnectionSnapshot, HandshakeEntry, type InvitationDetails } from '@accord/shared/schemas'

/** An open invitation of the source; the shape is checked against the contract. */
export const snapshotOf = (changes: Partial<ConnectionSnapshot> = {}): ConnectionSnapshot =>
  ConnectionSnapshot.parse({
    id: randomUUID(),
    revision: 1,
    side: 'source',
    state: 'invited',
    stateReason: null,
    name: 'Acme to Globex',
    localShortName: 'Acme',
    remoteShortName: 'Globex',
    description: 'Tickets of the shared plant in Linz – Überblick',
    mode: 'script',
    local: false,
    remote: {
      instanceUid: null,
      name: null,
      nodeUrl: null,
      instanceUrl: null,
      nodeType: null,
      nodeVersion: null,
      keyFingerprint: null,
    },
    invitation: invitationOf(),
    localKeyFingerprint: '3F2A-91BC-77D0-E4A5',
    restVersion: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    activatedAt: null,
    lastContactAt: null,
    ...changes,
  })

export const invitationOf = (changes: Partial<InvitationDetails> = {}): InvitationDetails => ({
  id: randomUUID(),
  state: 'open',
  issuedAt: '2026-11-20T10:00:00.000Z',
  expiresAt: '2026-11-23T10:00:00.000Z',
  invitedInstanceUid: null,
  boundTo: 'nobody',
  invitedKeyFingerprints: [],
  destinationUrl: null,
  ...changes,
})

/** The same connection after the other side accepted. */
export const activated = (connection: ConnectionSnapshot, revision: number): ConnectionSnapshot => ({
  ...connection,
  revision,
  state: 'active',
  remote: {
    instanceUid: '5f3f1f7c-9d5c-4a52-8f4b-0d8f3a1b2c3d',
    name: 'Globex',
    nodeUrl: 'https://node.globex.example',
    instanceUrl: 'https://globex.service-now.example',
    nodeType: 'SERVICENOW',
    nodeVersion: '0.1.0',
    keyFingerprint: '77D0-E4A5-3F2A-91BC',
  },
  invitation: connection.invitation && { ...connection.invitation, state: 'spent' },
  restVersion: '1.0.0',
  activatedAt: '2026-11-20T11:22:33.444Z',
  lastContactAt: '2026-11-20T11:22:33.444Z',
})

export const logEntryOf = (connectionId: string, event: string, at = '2026-11-20T10:00:00.000Z'): HandshakeEntry =>
  HandshakeEntry.parse({ id: randomUUID(), connectionId, at, event, detail: `It was ${event}.`, actor: 'admin' })
