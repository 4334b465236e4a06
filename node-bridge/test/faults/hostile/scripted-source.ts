import { randomUUID } from 'node:crypto'

import type { NodeInfo } from '@accord/shared/schemas'

import { createGrant } from '../../../src/handshake/messages/grant.ts'
import { createInvitationCode } from '../../../src/invitations/invitation-code.ts'
import { readRedeem } from '../../../src/handshake/messages/redeem.ts'
import { createKeyPair, type KeyPair } from '../../../src/keys/key-pair.ts'
import { endpointOf } from '../../../src/network/endpoint.ts'
import { createSourceAuthorization } from '../../../src/nodes/source-signature.ts'
import { CONNECTION, nodeInfo } from '../../handshake/messages/parties.ts'

/** What a scripted source may do otherwise than it should. */
export interface Trick {
  readonly identity?: KeyPair
  readonly iss?: string
  readonly aud?: string
  /** Signed in the place of the path's own. */
  readonly invitationId?: string
  readonly authorization?: string
  readonly query?: string
}

/** A private source that does what a test says, towards a real node at `acceptorUrl`. Its code is bound to that node's instance. */
export async function createScriptedSource(acceptorUrl: string, acceptorUid: string, pollOnly = true) {
  const identity = await createKeyPair()
  const connectionKey = await createKeyPair()
  const self: NodeInfo = { ...nodeInfo('Initech', randomUUID(), 'https://initech.example'), pollOnly }
  const { code, payload } = await createInvitationCode(
    {
      nodeInfo: self,
      connection: { ...CONNECTION, name: `Initech ${randomUUID()}` },
      invitedInstanceUid: acceptorUid,
    },
    identity,
    new Date(),
  )
  const invitationId = payload.jti

  const sign = (operation: 'fetchAcceptance' | 'settleAcceptance', body: Uint8Array, trick: Trick = {}) =>
    createSourceAuthorization({
      identity: trick.identity ?? identity,
      iss: trick.iss ?? self.instanceUid,
      aud: trick.aud ?? acceptorUid,
      invitationId: trick.invitationId ?? invitationId,
      url: endpointOf(acceptorUrl, operation, { invitationId }),
      body,
      now: new Date(),
    })

  const call = async (operation: 'fetchAcceptance' | 'settleAcceptance', message: object, trick: Trick = {}) => {
    const body = JSON.stringify(message)
    const authorization = trick.authorization ?? (await sign(operation, Buffer.from(body), trick))
    const response = await fetch(endpointOf(acceptorUrl, operation, { invitationId }) + (trick.query ?? ''), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    })
    const answer = (await response.json()) as { redeem?: string | null; state?: string; code?: string }
    return { status: response.status, ...answer }
  }

  /** The grant that fits this redeem, by whichever key. */
  const grantFor = async (redeem: string, by: KeyPair = identity): Promise<string> => {
    const { claims, requestHash } = await readRedeem({ redeem })
    const range = { min: '1.0.0', max: '1.0.0' }
    const input = {
      iss: self.instanceUid,
      aud: claims.iss,
      jti: invitationId,
      requestHash,
      connectionId: randomUUID(),
      connectionKey: connectionKey.publicJwk,
      status: 'granted' as const,
      restVersion: '1.0.0',
      sourceRange: range,
      destinationRange: range,
      connection: {
        name: payload.connection.name,
        sourceShortName: 'A',
        destinationShortName: 'B',
        description: '',
        mode: 'script' as const,
      },
      nodeInfo: self,
      confirmBy: new Date(Date.now() + 3_600_000).toISOString(),
    }
    return (await createGrant(input, by, new Date())).body.grant
  }

  return {
    code,
    name: payload.connection.name,
    identity,
    invitationId,
    sign,
    grantFor,
    fetch: (trick?: Trick, message: object = { waitMs: 0 }) => call('fetchAcceptance', message, trick),
    settle: (message: object, trick?: Trick) => call('settleAcceptance', message, trick),
  }
}

export type ScriptedSource = Awaited<ReturnType<typeof createScriptedSource>>
