import type { NodeInfo } from '@accord/shared/schemas'

import { createInvitationCode, processInvitationCode } from '../../../src/invitations/invitation-code.ts'
import { createRedeem } from '../../../src/handshake/messages/redeem.ts'
import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { createNonces } from '../../../src/nodes/freshness.ts'

export const NOW = new Date('2026-03-01T12:00:00.000Z')
export const nonces = createNonces(new Uint8Array(32).fill(7))

export const nodeInfo = (name: string, instanceUid: string, baseUrl: string): NodeInfo => ({
  instanceUid,
  name,
  baseUrl,
  issueTrackerUrl: `https://${name.toLowerCase().replaceAll(' ', '-')}.service-now.example`,
  nodeType: 'SERVICENOW',
  issueTrackerVersion: 'Zurich',
  nodeVersion: '0.1.0',
  pollOnly: false,
  minRestVersion: '1.0.0',
  maxRestVersion: '1.0.0',
  minHubObjectVersion: '1.0.0',
  maxHubObjectVersion: '1.0.0',
})

export const COMPANY_A = nodeInfo('Company A', '6f1f3f5e-1111-4a5e-8d0a-3d5d4f7c9a01', 'https://node-a.example')
export const COMPANY_B = nodeInfo('Company B', '0b9c2c1a-2222-4f0e-9a57-8c2b6e1d7b02', 'https://node-b.example')

export const CONNECTION = {
  name: 'Company A to Company B',
  localShortName: 'A',
  remoteShortName: 'B',
  description: 'Incidents both ways',
  mode: 'script',
} as const

/** A's identity, B's (the acceptor's), a code of A, and what B makes of it: the stage on which each test breaks one thing. */
export async function setStage(now = NOW) {
  const identity = await createKeyPair()
  const created = await createInvitationCode({ nodeInfo: COMPANY_A, connection: CONNECTION }, identity, now)
  const invitation = await processInvitationCode(created.code)
  const connectionKey = await createKeyPair()
  const acceptor = await createKeyPair()
  const redeem = await createRedeem({ invitation, connectionKey, identity: acceptor, nodeInfo: COMPANY_B, now })
  const expectation = {
    invitationId: created.payload.jti,
    invitationPublicKey: created.invitationPublicKey,
    codeHash: created.codeHash,
    selfUid: COMPANY_A.instanceUid,
    htu: `${COMPANY_A.baseUrl}/node/v1/invitations/${created.payload.jti}/redeem`,
    now,
    nonces,
  }
  return { identity, acceptor, created, invitation, connectionKey, redeem, expectation }
}
