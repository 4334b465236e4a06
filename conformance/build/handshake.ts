import { REST_VERSIONS } from '@accord/shared/protocol'

import { createGrant, type GrantInput } from '../../node-bridge/src/handshake/messages/grant.ts'
import { readRedeem } from '../../node-bridge/src/handshake/messages/redeem.ts'
import type { KeyPair } from '../../node-bridge/src/keys/key-pair.ts'
import { signAnything, withSignatureOf } from './fixed-keys.ts'
import { after, CONNECTION, IDS, KEYS, NODE_A, NODE_B, NOW, numericDate, setStage } from './stage.ts'

const { identityA, identityB, identityC, invitation, connectionA, connectionB, thief } = KEYS
const REDEEM = { alg: 'Ed25519', typ: 'accord-redeem+jws', jwk: connectionB.publicJwk }
const PROOF = { alg: 'Ed25519', typ: 'accord-proof+jws', kid: invitation.thumbprint }
const IDENTITY = { alg: 'Ed25519', typ: 'accord-identity+jws', jwk: identityB.publicJwk }

/** PROTOCOL.md §5.1 and §5.2: a redeem and its grant, and what either side must refuse. */
export async function createHandshakeFixtures() {
  const { created, redeem } = await setStage()
  const { claims } = await readRedeem(redeem.body)
  const input = grantInput(redeem.requestHash)
  const grant = await createGrant(input, identityA, NOW)
  return {
    about: 'At the source: verify `redeem` at the time `now`. At the destination: verify `grant` for `requestHash`.',
    code: created.code,
    source: {
      invitationId: IDS.invitation,
      invitationPublicKey: created.invitationPublicKey,
      codeHash: created.codeHash,
      instanceUid: IDS.nodeA,
      url: redeem.url,
    },
    destination: {
      instanceUid: IDS.nodeB,
      connectionKey: connectionB.privateJwk,
      connectionKeyThumbprint: connectionB.thumbprint,
      identityKey: identityA.publicJwk,
      identityThumbprint: identityA.thumbprint,
      sourceUid: IDS.nodeA,
      invitationId: IDS.invitation,
      nodeInfo: NODE_B,
    },
    pair: {
      now: NOW,
      redeem: redeem.body,
      claims,
      identityKey: identityB.publicJwk,
      requestHash: redeem.requestHash,
      grant: grant.body,
      granted: grant.claims,
    },
    validRedeems: [
      { name: 'a minute ahead of the source', now: after(-60), redeem: redeem.body },
      { name: 'at the end of its validity and tolerance', now: after(360), redeem: redeem.body },
    ],
    invalidRedeems: invalidRedeems(claims, redeem.body.redeem),
    invalidGrants: await invalidGrants(input, grant.body.grant),
  }
}

export const grantInput = (requestHash: string): GrantInput => ({
  iss: IDS.nodeA,
  aud: IDS.nodeB,
  jti: IDS.invitation,
  requestHash,
  connectionId: IDS.connection,
  connectionKey: connectionA.publicJwk,
  status: 'granted',
  restVersion: '1.0.0',
  sourceRange: REST_VERSIONS,
  destinationRange: REST_VERSIONS,
  connection: {
    name: CONNECTION.name,
    sourceShortName: CONNECTION.localShortName,
    destinationShortName: CONNECTION.remoteShortName,
    description: CONNECTION.description,
    mode: CONNECTION.mode,
  },
  nodeInfo: NODE_A,
  confirmBy: after(48 * 3600).toISOString(),
})

const at = (name: string, refusal: string, redeem: string, now = NOW) => ({ name, now, redeem: { redeem }, refusal })

function invalidRedeems(claims: object, good: string) {
  const proof = (change: object, key: KeyPair = invitation, header: object = PROOF) =>
    signAnything(header, { jti: IDS.invitation, keyThumbprint: connectionB.thumbprint, aud: IDS.nodeA, ...change }, key)
  const identity = (change: object, key: KeyPair = identityB, header: object = IDENTITY) =>
    signAnything(
      header,
      { iss: IDS.nodeB, aud: IDS.nodeA, jti: IDS.invitation, keyThumbprint: connectionB.thumbprint, ...change },
      key,
    )
  const signed = (change: object, header: object = REDEEM, key: KeyPair = connectionB) =>
    signAnything(header, { ...claims, ...change }, key)
  return [
    at('no JWS', 'malformed', 'hello'),
    at('alg none', 'malformed', signed({}, { ...REDEEM, alg: 'none' })),
    at('a private key in the header', 'malformed', signed({}, { ...REDEEM, jwk: connectionB.privateJwk })),
    at('crit', 'malformed', signed({}, { ...REDEEM, crit: ['exp'] })),
    at('the typ of a proof', 'malformed', signed({}, { ...REDEEM, typ: 'accord-proof+jws' })),
    at('no proof', 'malformed', signed({ proof: undefined })),
    at('a node that speaks for another', 'malformed', signed({ iss: IDS.nodeC })),
    at('no identity', 'malformed', signed({ identity: undefined })),
    at('an identity of another kind', 'malformed', signed({ identity: identity({}, identityB, PROOF) })),
    at('another audience', 'malformed', signed({ aud: IDS.nodeC })),
    at('another URL', 'malformed', signed({ htu: 'https://node-c.example/' })),
    at('a validity of a day', 'malformed', signed({ exp: numericDate(after(86_400)) })),
    at('a changed request', 'proof_invalid', withSignatureOf(good, signed({ exp: numericDate(after(200)) }))),
    at("a stranger's key", 'proof_invalid', signed({}, REDEEM, thief)),
    at("an identity by a stranger's signature", 'proof_invalid', signed({ identity: identity({}, identityC) })),
    at('the identity of another node', 'proof_invalid', signed({ identity: identity({ iss: IDS.nodeC }) })),
    at(
      'an identity for another invitation',
      'proof_invalid',
      signed({ identity: identity({ jti: IDS.otherInvitation }) }),
    ),
    at('an identity for another source', 'proof_invalid', signed({ identity: identity({ aud: IDS.nodeC }) })),
    at(
      'an identity for another connection key',
      'proof_invalid',
      signed({ identity: identity({ keyThumbprint: thief.thumbprint }) }),
    ),
    at(
      'a proof that names no key',
      'malformed',
      signed({ proof: proof({}, invitation, { ...PROOF, kid: undefined }) }),
    ),
    at(
      'a proof that carries its key',
      'malformed',
      signed({ proof: proof({}, invitation, { ...PROOF, jwk: invitation.publicJwk }) }),
    ),
    at(
      'a proof that names another key',
      'invitation_unknown',
      signed({ proof: proof({}, invitation, { ...PROOF, kid: thief.thumbprint }) }),
    ),
    at(
      'a captured proof under another key',
      'invitation_unknown',
      signed({}, { ...REDEEM, jwk: thief.publicJwk }, thief),
    ),
    at('a proof by another key', 'invitation_unknown', signed({ proof: proof({}, thief) })),
    at('a proof for another invitation', 'invitation_unknown', signed({ proof: proof({ jti: IDS.otherInvitation }) })),
    at('a proof for another source', 'invitation_unknown', signed({ proof: proof({ aud: IDS.nodeC }) })),
    at('the hash of another code', 'invitation_unknown', signed({ codeHash: 'A'.repeat(43) })),
    at('too late', 'clock_skew', good, after(361)),
    at('too early', 'clock_skew', good, after(-61)),
    at('a guessed nonce', 'clock_skew', signed({ nonce: '1772366400000.AAAA' }), after(3600)),
  ]
}

const raw = (name: string, grant: string) => ({ name, grant: { grant } })

async function invalidGrants(input: GrantInput, good: string) {
  const changed = async (name: string, change: Partial<GrantInput>, key = identityA) => ({
    name,
    grant: (await createGrant({ ...input, ...change }, key, NOW)).body,
  })
  const header = { alg: 'Ed25519', typ: 'accord-grant+jws', kid: identityA.thumbprint }
  return [
    await changed('the answer to another request', { requestHash: 'A'.repeat(43) }),
    await changed('another invitation', { jti: IDS.otherInvitation }),
    await changed('another source', { iss: IDS.nodeC }),
    await changed('another destination', { aud: IDS.nodeC }),
    await changed("the destination's own key", { connectionKey: connectionB.publicJwk }),
    await changed('a version outside the range', { restVersion: '2.0.0' }),
    await changed('hub objects of another version', {
      nodeInfo: { ...NODE_A, minHubObjectVersion: '2.0.0', maxHubObjectVersion: '2.0.0' },
    }),
    raw('a status that is none', signAnything(header, { ...input, iat: 1, status: 'active' }, identityA)),
    raw('confirmBy in seconds', signAnything(header, { ...input, iat: 1, confirmBy: 1_772_539_200 }, identityA)),
    raw('a range as text', signAnything(header, { ...input, iat: 1, sourceRange: '1.0.0 - 1.0.0' }, identityA)),
    raw(
      'short names as the code has them',
      signAnything(header, { ...input, iat: 1, connection: CONNECTION }, identityA),
    ),
    raw('no kid', signAnything({ ...header, kid: undefined }, { ...input, iat: 1 }, identityA)),
    await changed("a stranger's signature", {}, identityC),
    await changed("a stranger's signature under the right kid", {}, { ...identityC, thumbprint: identityA.thumbprint }),
    raw('alg EdDSA', signAnything({ ...header, alg: 'EdDSA' }, { ...input, iat: 1 }, identityA)),
    raw('an embedded key', signAnything({ ...header, jwk: identityA.publicJwk }, { ...input, iat: 1 }, identityA)),
    raw('cut off', good.slice(0, -1)),
    raw('no JWS', 'granted'),
  ].map((entry) => ({ ...entry, refusal: 'protocol_violation' }))
}
