import { equal, isTrue, members, near } from './expect.ts'
import type { Arrived } from './inbox.ts'
import { byKid, type Key, type PublicJwk, read, sha256, sign, thumbprintOf, verify } from './jws.ts'
import { claimsSchema, requireShape } from './json-schema.ts'
import type { Line } from './line.ts'

/** A signed call of the node under test, whole. §5.4. Throws a `Mismatch`; answers its `jti`. */
export async function verifyCall(call: Arrived, line: Line, peerKey: PublicJwk, selfUrl: string): Promise<string> {
  const jws = jwsOf(call)
  isTrue('Authorization does not begin with Accord', jws !== undefined)
  const { header } = read(jws)
  members('the header', header, ['alg', 'typ', 'kid'])
  equal('typ', header.typ, 'accord-request+jwt')
  equal('kid', header['kid'], await thumbprintOf(peerKey))
  const { claims } = await verify(jws, peerKey)
  requireShape('the claims', claims, claimsSchema('request'))
  equal('iss', claims['iss'], line.peerUid)
  equal('aud', claims['aud'], line.selfUid)
  equal('connectionId', claims['connectionId'], line.connectionId)
  equal('htm', claims['htm'], call.method)
  equal('htu', claims['htu'], selfUrl + call.path)
  equal('bodyHash', claims['bodyHash'], sha256(call.body))
  near('iat', claims['iat'], Date.now(), 60)
  const life = Number(claims['exp']) - Number(claims['iat'])
  isTrue(`exp is ${life} s after iat`, life > 0 && life <= 60)
  return String(claims['jti'])
}

const jwsOf = (call: Arrived): string | undefined => /^Accord (\S+)$/u.exec(call.authorization ?? '')?.[1]

/** Answers a call with the signature of §5.9, by this key of the connection. */
export async function answerSigned(call: Arrived, line: Line, key: Key, status: number, value: object): Promise<void> {
  const claims = {
    iss: line.selfUid,
    connectionId: line.connectionId,
    iat: Math.floor(Date.now() / 1000),
    requestHash: sha256(jwsOf(call) ?? ''),
    status,
    bodyHash: sha256(JSON.stringify(value)),
  }
  call.answer(status, value, { 'accord-signature': await sign(byKid('accord-answer+jws', key), claims, key) })
}
