import { LIMITS } from '@accord/shared/protocol'

import { IDS, setStage } from './stage.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

const post = (path: string, body: string, headers: object = JSON_TYPE) => ({ method: 'POST', path, headers, body })
const get = (path: string) => ({ method: 'GET', path, headers: {} })
const expecting = (name: string, request: object, status: number, code: string | null, headers: object = {}) => ({
  name,
  request,
  expect: { status, code, headers },
})

/** PROTOCOL.md §4, §5 and §7: what any node answers to anybody, over HTTP. Needs no secret and changes nothing. */
export async function createHttpFixtures() {
  const { redeem } = await setStage()
  const redeemPath = `/node/v1/invitations/${IDS.invitation}/redeem`
  const confirmPath = `/node/v1/connections/${IDS.connection}/confirm`
  return {
    about: 'Send each `request` to a running node. `code`: that of the problem document, null where there is none.',
    exchanges: [
      expecting('discovery', get('/.well-known/accord-node'), 200, null, { 'content-type': 'application/json' }),
      expecting('health', get('/healthz'), 200, null),
      expecting('a redeem for another node', post(redeemPath, JSON.stringify(redeem.body)), 400, 'malformed'),
      expecting('a redeem that is no JWS', post(redeemPath, '{"redeem":"x"}'), 400, 'malformed'),
      expecting('a redeem with more than a redeem', post(redeemPath, '{"redeem":"x","y":1}'), 400, 'malformed'),
      expecting('no JSON', post(redeemPath, '{'), 400, 'malformed'),
      expecting('a poisoned body', post(redeemPath, '{"__proto__":{},"redeem":"x"}'), 400, 'malformed'),
      expecting('a deep body', post(redeemPath, `${'['.repeat(5000)}${']'.repeat(5000)}`), 400, 'malformed'),
      expecting('an id that is no UUID', post('/node/v1/invitations/1/redeem', '{"redeem":"x"}'), 400, 'malformed'),
      expecting(
        'another content type',
        post(redeemPath, '{}', { 'content-type': 'text/plain' }),
        415,
        'unsupported_media_type',
      ),
      expecting(
        'a body beyond the limit',
        post(redeemPath, 'x'.repeat(LIMITS.bodyBytes + 1)),
        413,
        'payload_too_large',
      ),
      expecting('a call without a signature', post(confirmPath, ''), 401, 'unauthenticated'),
      expecting(
        'a call with a bearer token',
        post(confirmPath, '', { authorization: 'Bearer x' }),
        401,
        'unauthenticated',
      ),
      expecting(
        'a call with a broken signature',
        post(confirmPath, '', { authorization: 'Accord a.b.c' }),
        401,
        'proof_invalid',
      ),
      expecting('another method', get(redeemPath), 405, 'method_not_allowed', { allow: 'POST' }),
      expecting('another path', get('/node/v1/nothing'), 404, 'not_found'),
    ],
  }
}
