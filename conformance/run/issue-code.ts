import { randomUUID } from 'node:crypto'

import { exportJWK } from 'jose'

import { byJwk, byKid, type Key, makeKey, sha256, sign } from './jws.ts'
import type { VerifiedRedeem } from './verify-redeem.ts'
import type { Party } from './party.ts'

export interface IssuedCode {
  readonly id: string
  readonly code: string
  readonly codeHash: string
  readonly invitationKey: Key
  /** Must never be seen on the wire. */
  readonly secret: string
}

const LIFE_S = 3600
const NAME = `Conformance ${new Date().toISOString().slice(0, 19)}`

/** A code of the runner for whoever accepts it, with a member that no implementation knows. `more`: claims beside or in place of the usual ones. §3. */
export async function issueCode(self: Party, more: object = {}): Promise<IssuedCode> {
  const invitationKey = await makeKey()
  const { d = '' } = await exportJWK(invitationKey.privateKey)
  const iat = Math.floor(Date.now() / 1000)
  const id = randomUUID()
  const payload = {
    v: 1,
    jti: id,
    iat,
    exp: iat + LIFE_S,
    invitationKey: { d, x: invitationKey.publicJwk.x },
    purpose: 'connect',
    connection: { name: NAME, localShortName: 'Runner', remoteShortName: 'Tested', description: '', mode: 'script' },
    nodeInfo: self.nodeInfo,
    approval: false,
    colour: 'blue',
    ...more,
  }
  const code = `accord1_${await sign(byJwk('accord-invitation+jws', self.identity), payload, self.identity)}`
  return { id, code, codeHash: sha256(code), invitationKey, secret: d }
}

/** The grant of §5.2. `by`: another key than the one in the code makes a forged one. */
export async function grantOf(
  issued: IssuedCode,
  self: Party,
  redeemed: VerifiedRedeem,
  connectionId: string,
  by: Key = self.identity,
): Promise<object> {
  const { nodeInfo } = redeemed
  const claims = {
    iss: self.instanceUid,
    aud: nodeInfo.instanceUid,
    jti: issued.id,
    iat: Math.floor(Date.now() / 1000),
    requestHash: redeemed.requestHash,
    connectionId,
    connectionKey: self.connectionKey.publicJwk,
    status: 'granted',
    restVersion: '1.0.0',
    sourceRange: { min: '1.0.0', max: '1.0.0' },
    destinationRange: { min: nodeInfo['minRestVersion'], max: nodeInfo['maxRestVersion'] },
    connection: {
      name: NAME,
      sourceShortName: 'Runner',
      destinationShortName: 'Tested',
      description: '',
      mode: 'script',
    },
    nodeInfo: self.nodeInfo,
    confirmBy: new Date(Date.now() + 48 * 3_600_000).toISOString(),
    colour: 'blue',
  }
  return { grant: await sign(byKid('accord-grant+jws', self.identity), claims, by) }
}
