import { createRequestAuthorization } from '../../node-bridge/src/nodes/signature.ts'
import { sha256 } from '../../node-bridge/src/keys/digest.ts'
import { fixedUuid, signAnything } from './fixed-keys.ts'
import { after, IDS, KEYS, NODE_A, NOW, numericDate } from './stage.ts'

const { connectionB, thief } = KEYS
const HEADER = { alg: 'Ed25519', typ: 'accord-request+jwt', kid: connectionB.thumbprint }
const URL_OF_CONFIRM = `${NODE_A.baseUrl}/node/v1/connections/${IDS.connection}/confirm`

interface Arrived {
  readonly now?: Date
  readonly method?: string
  readonly url?: string
  readonly body?: string
  readonly connectionId?: string
}

/** PROTOCOL.md §5.4: calls between connected nodes. Each is checked by itself, but for `replayed`. */
export async function createRequestFixtures() {
  const sign = (label: string, url: string, body: string) =>
    createRequestAuthorization({
      key: connectionB,
      iss: IDS.nodeB,
      aud: IDS.nodeA,
      connectionId: IDS.connection,
      method: 'POST',
      url,
      body: Buffer.from(body),
      now: NOW,
      jti: fixedUuid(label),
    })
  const plain = await sign('plain', URL_OF_CONFIRM, '')
  const arrived = (name: string, authorization: string, change: Arrived = {}) => ({
    name,
    now: NOW,
    method: 'POST',
    url: URL_OF_CONFIRM,
    body: '',
    connectionId: IDS.connection,
    ...change,
    authorization,
  })
  const query = { url: `${URL_OF_CONFIRM}?after=1%20a&x=%C3%A4` }
  const body = { body: '{"text":"für 日本 💥"}' }
  return {
    about: 'The receiver is node A. `url`: its configured public URL with path and query; `body`: text, sent as UTF-8.',
    receiver: { instanceUid: IDS.nodeA },
    sender: { instanceUid: IDS.nodeB, key: connectionB.publicJwk, thumbprint: connectionB.thumbprint },
    valid: [
      arrived('no body', plain),
      arrived('a query', await sign('query', query.url, ''), query),
      arrived('a body', await sign('body', URL_OF_CONFIRM, body.body), body),
      arrived('at the end of its minute and the tolerance', plain, { now: after(120) }),
      arrived('a minute ahead of the receiver', plain, { now: after(-60) }),
    ],
    replayed: arrived('the same request again', plain),
    invalid: [...invalidArrivals(plain, arrived), ...forgeries(arrived)],
  }
}

type Arrive = (name: string, authorization: string, change?: Arrived) => object

const invalidArrivals = (plain: string, arrived: Arrive) =>
  (
    [
      ['another method', 'proof_invalid', { method: 'DELETE' }],
      ['another query', 'proof_invalid', { url: `${URL_OF_CONFIRM}?x=1` }],
      ['another host', 'proof_invalid', { url: URL_OF_CONFIRM.replace('node-a', 'node-c') }],
      ['another body', 'proof_invalid', { body: '{}' }],
      ['another connection', 'proof_invalid', { connectionId: IDS.otherConnection }],
      ['too late', 'clock_skew', { now: after(121) }, -121_000],
      ['too early', 'clock_skew', { now: after(-61) }, 61_000],
    ] as const
  ).map(([name, refusal, change, differenceMs]) => ({
    ...arrived(name, plain, change),
    refusal,
    ...(differenceMs === undefined ? {} : { facts: { serverTime: change.now, differenceMs } }),
  }))

function forgeries(arrived: Arrive) {
  const claims = {
    iss: IDS.nodeB,
    aud: IDS.nodeA,
    connectionId: IDS.connection,
    iat: numericDate(NOW),
    exp: numericDate(after(60)),
    jti: fixedUuid('forged'),
    htm: 'POST',
    htu: URL_OF_CONFIRM,
    bodyHash: sha256(''),
  }
  const signed = (header: object, change: object = {}, key = connectionB) =>
    `Accord ${signAnything(header, { ...claims, ...change }, key)}`
  const forged = (name: string, authorization: string, refusal = 'proof_invalid') => ({
    ...arrived(name, authorization),
    refusal,
  })
  return [
    forged('no signature', '', 'unauthenticated'),
    forged('a bearer token', 'Bearer x', 'unauthenticated'),
    forged('alg none', signed({ ...HEADER, alg: 'none' })),
    forged('alg HS256', signed({ ...HEADER, alg: 'HS256' })),
    forged('the typ of a redeem', signed({ ...HEADER, typ: 'accord-redeem+jws' })),
    forged('crit', signed({ ...HEADER, crit: ['exp'] })),
    forged('an embedded key', signed({ ...HEADER, jwk: connectionB.publicJwk })),
    forged("a stranger's key", signed({ ...HEADER, kid: thief.thumbprint }, {}, thief)),
    forged("a stranger's key under the right kid", signed(HEADER, {}, thief)),
    forged('another issuer', signed(HEADER, { iss: IDS.nodeC })),
    forged('another audience', signed(HEADER, { aud: IDS.nodeC })),
    forged('a validity of an hour', signed(HEADER, { exp: numericDate(after(3600)) }), 'malformed'),
  ]
}
