import { randomUUID } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'
import type { NodeInfo } from '@accord/shared/schemas'

import { createRedeem } from '../../node-bridge/src/handshake/messages/redeem.ts'
import { processInvitationCode } from '../../node-bridge/src/invitations/invitation-code.ts'
import { createKeyPair, type KeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import type { PreparedRequest } from '../load/load.ts'

/** A destination without a server: makes the messages of one by the bridge's own functions, before the clock runs. */
export interface Acceptor {
  readonly instanceUid: string
  prepareRedeem(code: string): Promise<{ readonly request: PreparedRequest; readonly connectionKey: KeyPair }>
}

const JSON_HEADERS = { 'content-type': 'application/json' }

export async function createAcceptor(): Promise<Acceptor> {
  const identity = await createKeyPair()
  const instanceUid = randomUUID()
  const nodeInfo: NodeInfo = {
    instanceUid,
    name: 'Bench acceptor',
    baseUrl: 'http://127.0.0.1:9',
    issueTrackerUrl: 'http://127.0.0.1:9',
    nodeType: 'SERVICENOW',
    issueTrackerVersion: 'Zurich',
    nodeVersion: '0.1.0',
    pollOnly: false,
    minRestVersion: '1.0.0',
    maxRestVersion: '1.0.0',
    minHubObjectVersion: '1.0.0',
    maxHubObjectVersion: '1.0.0',
  }
  return {
    instanceUid,
    prepareRedeem: async (code) => {
      const invitation = await processInvitationCode(code)
      const connectionKey = await createKeyPair()
      const { url, body } = await createRedeem({ invitation, connectionKey, identity, nodeInfo, now: new Date() })
      const request = {
        url,
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify(body),
        group: 'redeem',
      } as const
      return { request, connectionKey }
    },
  }
}

/** A redeem of the right shape whose every signature is wrong in its last character but two. */
export function spoil(request: PreparedRequest): PreparedRequest {
  const { redeem } = JSON.parse(request.body) as { redeem: string }
  const at = redeem.length - 3
  const other = redeem[at] === 'A' ? 'B' : 'A'
  const body = JSON.stringify({ redeem: redeem.slice(0, at) + other + redeem.slice(at + 1) })
  return { ...request, body, group: `garbage ${TYP.redeem}` }
}
