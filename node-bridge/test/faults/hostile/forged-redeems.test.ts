import { createHash, randomUUID } from 'node:crypto'

import { calculateJwkThumbprint } from 'jose'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { InvitationPayload } from '@accord/shared/schemas'

import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { startCompany, type Company } from '../company/company.ts'
import { initiate, read, type Invited } from '../handshake/handshake.ts'
import type { Party } from '../handshake/pair.ts'
import { createObserver } from '../handshake/observer.ts'
import { COMPANY_B } from '../../handshake/messages/parties.ts'
import { hmacCall, signCall, unsignedCall, type ForgerKey, type SignedCall } from './forge.ts'
import { send, type Answered } from './send.ts'

let company: Company
let source: Party
let invited: Invited
let invitation: InvitationPayload
let invitationKey: ForgerKey
let connectionKey: ForgerKey
let identityKey: ForgerKey
let strangersKey: ForgerKey
let turn = 0

const newKey = async (): Promise<ForgerKey> => {
  const { privateJwk, thumbprint } = await createKeyPair()
  return { x: privateJwk.x, d: privateJwk.d, thumbprint }
}

beforeAll(async () => {
  company = await startCompany('Company A')
  source = { ...company, observer: createObserver('Company A') }
  invited = await initiate(source)
  invitation = InvitationPayload.parse(
    JSON.parse(Buffer.from(invited.code.split('.')[1] ?? '', 'base64url').toString()),
  )
  ;[connectionKey, identityKey, strangersKey] = await Promise.all([newKey(), newKey(), newKey()])
  const thumbprint = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: invitation.invitationKey.x })
  invitationKey = { ...invitation.invitationKey, thumbprint }
}, 60_000)

afterAll(() => company.close())

const publicJwk = ({ x }: ForgerKey) => ({ kty: 'OKP', crv: 'Ed25519', x })

const proofOf = (change: object = {}, key = invitationKey, header: object = {}): string =>
  signCall({
    header: { alg: 'Ed25519', typ: 'accord-proof+jws', kid: invitationKey.thumbprint, ...header },
    claims: { jti: invited.invitationId, keyThumbprint: connectionKey.thumbprint, aud: company.instanceUid, ...change },
    key,
  })

const identityOf = (change: object = {}, key = identityKey): string =>
  signCall({
    header: { alg: 'Ed25519', typ: 'accord-identity+jws', jwk: publicJwk(identityKey) },
    claims: {
      iss: COMPANY_B.instanceUid,
      aud: company.instanceUid,
      jti: invited.invitationId,
      keyThumbprint: connectionKey.thumbprint,
      ...change,
    },
    key,
  })

/** A redeem that A takes, except for the change. */
function redeemWith({ header = {}, claims = {}, key = connectionKey }: Partial<SignedCall> = {}): SignedCall {
  const iat = Math.floor(Date.now() / 1000)
  return {
    header: { alg: 'Ed25519', typ: 'accord-redeem+jws', jwk: publicJwk(connectionKey), ...header },
    claims: {
      iss: COMPANY_B.instanceUid,
      aud: company.instanceUid,
      htu: `${company.proxy.url}/node/v1/invitations/${invited.invitationId}/redeem`,
      iat,
      exp: iat + 300,
      nodeInfo: COMPANY_B,
      codeHash: createHash('sha256').update(invited.code).digest('base64url'),
      proof: proofOf(),
      identity: identityOf(),
      ...claims,
    },
    key,
  }
}

function post(redeem: string, invitationId = invited.invitationId): Promise<Answered> {
  turn += 1
  return send(`${company.bridge.url}/node/v1/invitations/${invitationId}/redeem`, {
    body: JSON.stringify({ redeem }),
    localAddress: process.platform === 'linux' ? `127.0.4.${turn}` : '127.0.0.1',
  })
}

const TRICKS: Readonly<Record<string, readonly [readonly string[], () => string]>> = {
  'alg none': [['malformed'], () => unsignedCall(redeemWith({ header: { alg: 'none' } }))],
  'HS256 with the public key as secret': [['malformed'], () => hmacCall(redeemWith({ header: { alg: 'HS256' } }))],
  EdDSA: [['malformed'], () => signCall(redeemWith({ header: { alg: 'EdDSA' } }))],
  crit: [['malformed'], () => signCall(redeemWith({ header: { crit: ['exp'] } }))],
  'a private key in the header': [
    ['malformed'],
    () => signCall(redeemWith({ header: { jwk: { ...publicJwk(connectionKey), d: connectionKey.d } } })),
  ],
  'a kid beside the key': [['malformed'], () => signCall(redeemWith({ header: { kid: 'x' } }))],
  'the typ of a proof': [['malformed'], () => signCall(redeemWith({ header: { typ: 'accord-proof+jws' } }))],
  'the zero point as key': [
    ['proof_invalid', 'malformed'],
    () => signCall(redeemWith({ header: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } } })),
  ],
  'the signature of another key': [['proof_invalid'], () => signCall(redeemWith({ key: strangersKey }))],
  'another address': [
    ['malformed'],
    () => signCall(redeemWith({ claims: { htu: 'https://elsewhere.example/redeem' } })),
  ],
  'another audience': [['malformed'], () => signCall(redeemWith({ claims: { aud: randomUUID() } }))],
  'a redeem of last year': [['clock_skew', 'malformed'], () => signCall(redeemWith({ claims: { iat: 1, exp: 301 } }))],
  'a redeem that is valid for a year': [
    ['clock_skew', 'malformed'],
    () => signCall(redeemWith({ claims: { exp: Math.floor(Date.now() / 1000) + 31_536_000 } })),
  ],
  'the hash of another code': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ claims: { codeHash: 'A'.repeat(43) } })),
  ],
  'a proof by another key': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ claims: { proof: proofOf({}, strangersKey) } })),
  ],
  'a proof by the connection key itself': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ claims: { proof: proofOf({}, connectionKey) } })),
  ],
  'a captured proof, made for the key of someone else': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ header: { jwk: publicJwk(strangersKey) }, key: strangersKey })),
  ],
  'a proof for another invitation': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ claims: { proof: proofOf({ jti: randomUUID() }) } })),
  ],
  'a proof for another source': [
    ['invitation_unknown'],
    () => signCall(redeemWith({ claims: { proof: proofOf({ aud: randomUUID() }) } })),
  ],
  'a proof with the typ of a redeem': [
    ['malformed', 'invitation_unknown'],
    () => signCall(redeemWith({ claims: { proof: proofOf({}, invitationKey, { typ: 'accord-redeem+jws' }) } })),
  ],
  "someone else's identity": [
    ['proof_invalid'],
    () => signCall(redeemWith({ claims: { identity: identityOf({}, strangersKey) } })),
  ],
  'an identity captured from another redeem': [
    ['proof_invalid'],
    () => signCall(redeemWith({ claims: { identity: identityOf({ keyThumbprint: strangersKey.thumbprint }) } })),
  ],
  'no identity': [['malformed'], () => signCall(redeemWith({ claims: { identity: undefined } }))],
  'a version of the far future': [
    ['no_common_version'],
    () =>
      signCall(
        redeemWith({ claims: { nodeInfo: { ...COMPANY_B, minRestVersion: '9.0.0', maxRestVersion: '9.9.9' } } }),
      ),
  ],
  'no claims': [['malformed'], () => signCall({ ...redeemWith(), claims: {} })],
  'no JWS': [['malformed'], () => 'x.y.z'],
}

test.each(Object.entries(TRICKS))('refused by name and never a 5xx: %s', async (_, [names, forge]) => {
  const { status, code } = await post(forge())
  expect(names).toContain(code)
  expect(status).toBeLessThan(500)
})

const withoutId = (text: string) => text.replace(/"requestId":"[^"]*"/u, '')

test('an unknown invitation and a wrong proof receive the same', async () => {
  const unknown = randomUUID()
  const htu = `${company.proxy.url}/node/v1/invitations/${unknown}/redeem`
  const received = await post(signCall(redeemWith({ claims: { htu, proof: proofOf({ jti: unknown }) } })), unknown)
  const wrong = await post(signCall(redeemWith({ claims: { proof: proofOf({}, strangersKey) } })))
  expect([received.status, withoutId(received.text)]).toEqual([wrong.status, withoutId(wrong.text)])
})

test('after all that nobody holds the connection, and who does it right still gets it', async () => {
  expect((await read(source, invited.sourceConnectionId)).state).toBe('invited')
  expect((await post(signCall(redeemWith()))).status).toBe(200)
  expect((await read(source, invited.sourceConnectionId)).state).toBe('pending')
})

test('a second holder of the code with a key of his own receives already_redeemed', async () => {
  const proof = proofOf({ keyThumbprint: strangersKey.thumbprint })
  const identity = identityOf({ keyThumbprint: strangersKey.thumbprint })
  const claims = { proof, identity }
  const redeem = redeemWith({ header: { jwk: publicJwk(strangersKey) }, claims, key: strangersKey })
  expect((await post(signCall(redeem))).code).toBe('already_redeemed')
})
