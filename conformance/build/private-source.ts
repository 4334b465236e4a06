import type { FetchAcceptanceRequest, SettleAcceptanceRequest } from '@accord/shared/schemas'

import { createGrant } from '../../node-bridge/src/handshake/messages/grant.ts'
import { createRedeem } from '../../node-bridge/src/handshake/messages/redeem.ts'
import { createInvitationCode, processInvitationCode } from '../../node-bridge/src/invitations/invitation-code.ts'
import { sha256 } from '../../node-bridge/src/keys/digest.ts'
import { createSourceAuthorization } from '../../node-bridge/src/nodes/source-signature.ts'
import { fixedUuid, signAnything } from './fixed-keys.ts'
import { grantInput } from './handshake.ts'
import { after, CONNECTION, IDS, KEYS, NODE_A, NODE_B, NOW, numericDate } from './stage.ts'

const { identityA, identityB, identityC, connectionB, invitation: invitationKey } = KEYS
const HEADER = { alg: 'Ed25519', typ: 'accord-source+jwt', jwk: identityA.publicJwk }
const PRIVATE_A = { ...NODE_A, pollOnly: true }
const urlOf = (what: 'fetch' | 'settle', invitationId = IDS.invitation): string =>
  `${NODE_B.baseUrl}/node/v1/acceptances/${invitationId}/${what}`

const FETCH: FetchAcceptanceRequest = { waitMs: 25_000 }
const FETCH_AGAIN: FetchAcceptanceRequest = { waitMs: 25_000, nonce: '1772366400000.AAAA' }
const REFUSE: SettleAcceptanceRequest = { refusal: { code: 'invitation_revoked' } }
const MOVED: SettleAcceptanceRequest = { refusal: { code: 'invitation_revoked', reason: 'address_changed' } }

interface Arrived {
  readonly now?: Date
  readonly method?: string
  readonly url?: string
  readonly body?: string
  readonly invitationId?: string
}
const arrived = (name: string, authorization: string, change: Arrived = {}) => ({
  name,
  now: NOW,
  method: 'POST',
  url: urlOf('fetch'),
  body: JSON.stringify(FETCH),
  invitationId: IDS.invitation,
  ...change,
  authorization,
})

/** PROTOCOL.md §5.12: the calls of a source that nobody can call, and whom the acceptor takes for its source. */
export async function createPrivateSourceFixtures() {
  const { code, invitation } = await issueCode()
  const redeem = await createRedeem({
    invitation,
    connectionKey: connectionB,
    identity: identityB,
    nodeInfo: NODE_B,
    now: NOW,
  })
  const grant = await createGrant({ ...grantInput(redeem.requestHash), nodeInfo: PRIVATE_A }, identityA, NOW)
  const settle: SettleAcceptanceRequest = { ...redeem.body, ...grant.body }
  const plain = await sign('fetch', urlOf('fetch'), FETCH)
  const settling = { url: urlOf('settle'), body: JSON.stringify(settle) }
  const refusing = { url: urlOf('settle'), body: JSON.stringify(REFUSE) }
  return {
    about:
      'The receiver is node B, which has accepted `code`. `url`: its public URL with path and query; `body`: as sent.',
    code,
    receiver: { instanceUid: IDS.nodeB, connectionKeyThumbprint: connectionB.thumbprint },
    fetched: redeem.body,
    settled: settle,
    valid: [
      arrived('a fetch', plain),
      arrived('a fetch with a nonce', await sign('again', urlOf('fetch'), FETCH_AGAIN), {
        body: JSON.stringify(FETCH_AGAIN),
      }),
      arrived('a settle with a grant', await sign('settle', urlOf('settle'), settle), settling),
      arrived('a settle with a refusal', await sign('refuse', urlOf('settle'), REFUSE), refusing),
      arrived('a settle with a refusal after a move', await sign('moved', urlOf('settle'), MOVED), {
        ...refusing,
        body: JSON.stringify(MOVED),
      }),
      arrived('a fetch at the end of its minute and the tolerance', plain, { now: after(120) }),
      arrived('a fetch a minute ahead of the receiver', plain, { now: after(-60) }),
    ],
    strangers: strangers(),
    invalid: [...otherArrivals(plain), ...forgeries()],
    bodies: { fetch: FETCH_BODIES, settle: settleBodies(settle) },
  }
}

async function issueCode() {
  const facts = { nodeInfo: PRIVATE_A, connection: CONNECTION, invitedInstanceUid: IDS.nodeB }
  const { code } = await createInvitationCode({ invitationId: IDS.invitation, invitationKey, ...facts }, identityA, NOW)
  return { code, invitation: await processInvitationCode(code) }
}

const sign = (label: string, url: string, body: object) =>
  createSourceAuthorization({
    identity: identityA,
    iss: IDS.nodeA,
    aud: IDS.nodeB,
    invitationId: IDS.invitation,
    url,
    body: Buffer.from(JSON.stringify(body)),
    now: NOW,
    jti: fixedUuid(`private source ${label}`),
  })

const CLAIMS = {
  iss: IDS.nodeA,
  aud: IDS.nodeB,
  invitationId: IDS.invitation,
  iat: numericDate(NOW),
  exp: numericDate(after(60)),
  jti: fixedUuid('private source forged'),
  htm: 'POST',
  htu: urlOf('fetch'),
  bodyHash: sha256(JSON.stringify(FETCH)),
}
const signed = (header: object, change: object = {}, key = identityA): string =>
  `Accord ${signAnything(header, { ...CLAIMS, ...change }, key)}`

/** The signature fits, and its holder is not the one who signed the code: answered as if nobody had accepted it. */
const strangers = () => [
  arrived('the identity of another node', signed({ ...HEADER, jwk: identityC.publicJwk }, {}, identityC)),
  arrived('the acceptor itself', signed({ ...HEADER, jwk: identityB.publicJwk }, {}, identityB)),
  arrived('the source under another name', signed(HEADER, { iss: IDS.nodeC })),
  arrived('the source asking another node', signed(HEADER, { aud: IDS.nodeC })),
]

const otherArrivals = (plain: string) =>
  (
    [
      ['another method', 'proof_invalid', { method: 'GET' }],
      ['the path of settle', 'proof_invalid', { url: urlOf('settle') }],
      ['a query', 'proof_invalid', { url: `${urlOf('fetch')}?x=1` }],
      ['another host', 'proof_invalid', { url: urlOf('fetch').replace('node-b', 'node-c') }],
      ['another body', 'proof_invalid', { body: JSON.stringify(FETCH_AGAIN) }],
      ['another invitation', 'proof_invalid', { invitationId: IDS.otherInvitation }],
      ['too late', 'clock_skew', { now: after(121) }],
      ['too early', 'clock_skew', { now: after(-61) }],
    ] as const
  ).map(([name, refusal, change]) => ({ ...arrived(name, plain, change), refusal }))

const forgeries = () =>
  (
    [
      ['no signature', '', 'unauthenticated'],
      ['a bearer token', 'Bearer x', 'unauthenticated'],
      ['alg none', signed({ ...HEADER, alg: 'none' })],
      ['alg HS256', signed({ ...HEADER, alg: 'HS256' })],
      ['the typ of a signed call', signed({ ...HEADER, typ: 'accord-request+jwt' })],
      ['crit', signed({ ...HEADER, crit: ['exp'] })],
      ['no key', signed({ ...HEADER, jwk: undefined, kid: identityA.thumbprint })],
      ['a private key in the header', signed({ ...HEADER, jwk: identityA.privateJwk })],
      ["the source's key over a stranger's signature", signed(HEADER, {}, identityC)],
      ['no invitation', signed(HEADER, { invitationId: undefined })],
      ['a validity of an hour', signed(HEADER, { exp: numericDate(after(3600)) }), 'malformed'],
    ] as const
  ).map(([name, authorization, refusal = 'proof_invalid']) => ({ ...arrived(name, authorization), refusal }))

const FETCH_BODIES = {
  valid: [FETCH, FETCH_AGAIN, { waitMs: 0 }],
  invalid: [{}, { waitMs: -1 }, { waitMs: 300_001 }, { waitMs: '0' }, { waitMs: 0, more: true }],
}

function settleBodies(settle: Extract<SettleAcceptanceRequest, { grant: string }>) {
  const range = { min: '2.0.0', max: '2.1.0' }
  return {
    valid: [
      settle,
      REFUSE,
      MOVED,
      { refusal: { code: 'no_common_version', sourceRange: range, destinationRange: range } },
      { refusal: { code: 'approval_rejected' } },
    ],
    invalid: [
      {},
      { refusal: { code: 'invitation_revoked', reason: 'holiday' } },
      { redeem: settle.redeem },
      { grant: settle.grant },
      { ...settle, ...REFUSE },
      { refusal: { code: 'rate_limited' } },
      { refusal: { code: 'invitation_revoked', sourceRange: { min: '2', max: '3' } } },
    ],
  }
}
