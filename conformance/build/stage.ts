import type { NodeInfo } from '@accord/shared/schemas'

import { createInvitationCode, processInvitationCode } from '../../node-bridge/src/invitations/invitation-code.ts'
import { createRedeem } from '../../node-bridge/src/handshake/messages/redeem.ts'
import { fixedKey, fixedUuid } from './fixed-keys.ts'

/** The moment at which everything is signed. */
export const NOW = new Date('2026-03-01T12:00:00.000Z')
export const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
export const numericDate = (time: Date): number => Math.floor(time.getTime() / 1000)

export const KEYS = {
  identityA: fixedKey('identity of A'),
  identityB: fixedKey('identity of B'),
  identityC: fixedKey('identity of C, a stranger'),
  invitation: fixedKey('invitation'),
  connectionA: fixedKey('connection key of A'),
  connectionB: fixedKey('connection key of B'),
  thief: fixedKey('connection key of a thief'),
}

export const IDS = {
  invitation: fixedUuid('invitation'),
  otherInvitation: fixedUuid('other invitation'),
  connection: fixedUuid('connection'),
  otherConnection: fixedUuid('other connection'),
  nodeA: fixedUuid('node A'),
  nodeB: fixedUuid('node B'),
  nodeC: fixedUuid('node C'),
}

const nodeInfo = (letter: string, instanceUid: string): NodeInfo => ({
  instanceUid,
  name: `Company ${letter}`,
  baseUrl: `https://node-${letter.toLowerCase()}.example`,
  issueTrackerUrl: `https://company-${letter.toLowerCase()}.service-now.example`,
  nodeType: 'SERVICENOW',
  issueTrackerVersion: 'Zurich',
  nodeVersion: '0.1.0',
  pollOnly: false,
  minRestVersion: '1.0.0',
  maxRestVersion: '1.0.0',
  minHubObjectVersion: '1.0.0',
  maxHubObjectVersion: '1.0.0',
})

export const NODE_A = nodeInfo('A', IDS.nodeA)
export const NODE_B = nodeInfo('B', IDS.nodeB)

export const CONNECTION = {
  name: 'Company A to Company B',
  localShortName: 'A',
  remoteShortName: 'B',
  description: 'Incidents both ways: „äöü“, 日本, 💥',
  mode: 'script' as const,
}

/** A's code and B's redeem of it. */
export async function setStage() {
  const created = await createInvitationCode(
    {
      invitationId: IDS.invitation,
      invitationKey: KEYS.invitation,
      nodeInfo: NODE_A,
      connection: CONNECTION,
      invitedInstanceUid: IDS.nodeB,
    },
    KEYS.identityA,
    NOW,
  )
  const invitation = await processInvitationCode(created.code)
  const redeem = await createRedeem({
    invitation,
    connectionKey: KEYS.connectionB,
    identity: KEYS.identityB,
    nodeInfo: NODE_B,
    now: NOW,
  })
  return { created, invitation, redeem }
}
