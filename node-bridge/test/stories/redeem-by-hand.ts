import { randomUUID } from 'node:crypto'

import type { NodeInfo, Problem } from '@accord/shared/schemas'

import { createRedeem } from '../../src/handshake/messages/redeem.ts'
import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair, type KeyPair } from '../../src/keys/key-pair.ts'
import { nodeInfo } from '../handshake/messages/parties.ts'
import type { Company } from './company.ts'

export interface Holder {
  /** Who the redeemer says it is. */
  readonly nodeInfo: NodeInfo
  readonly identity: KeyPair
  readonly connectionKey: KeyPair
}

/** Somebody who holds a code and takes the name of this company, by keys of his own. */
export const impersonatorOf = async (company: Company): Promise<Holder> => ({
  nodeInfo: await nodeInfoOf(company),
  identity: await createKeyPair(),
  connectionKey: await createKeyPair(),
})

/** Somebody whom nobody knows. */
export const strangerAt = async (baseUrl: string): Promise<Holder> => ({
  nodeInfo: nodeInfo('Initech', randomUUID(), baseUrl),
  identity: await createKeyPair(),
  connectionKey: await createKeyPair(),
})

export const nodeInfoOf = async (company: Company): Promise<NodeInfo> =>
  (await company.bridge.services.node.discoveryDocument()).node

/** Redeems the code as this holder, past every check that an honest node makes of its own. */
export async function redeemByHand(
  code: string,
  holder: Holder,
  clockAheadMs = 0,
): Promise<{ readonly status: number; readonly problem: Problem; readonly headers: Headers }> {
  const invitation = await processInvitationCode(code)
  const redeem = await createRedeem({
    invitation,
    ...holder,
    now: new Date(Date.now() + clockAheadMs),
  })
  const answer = await fetch(redeem.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(redeem.body),
  })
  return { status: answer.status, problem: (await answer.json()) as Problem, headers: answer.headers }
}
