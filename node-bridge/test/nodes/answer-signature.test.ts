import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'

import { sha256 } from '../../src/keys/digest.ts'
import { signJws } from '../../src/jws/compact-jws.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { createAnswerSignature, verifyAnswerSignature } from '../../src/nodes/answer-signature.ts'
import { readSignedAnswer } from '../../src/nodes/signed-answer.ts'
import { codeOf } from '../refused.ts'

const [connection, identity, stranger] = [await createKeyPair(), await createKeyPair(), await createKeyPair()]
const body = Buffer.from('{"connectionId":"x","state":"active"}')
const claims = {
  iss: randomUUID(),
  connectionId: randomUUID(),
  iat: 1_772_366_400,
  requestHash: sha256('the request'),
  status: 200,
  bodyHash: sha256(body),
}
const expected = {
  remoteInstanceUid: claims.iss,
  connectionId: claims.connectionId,
  requestHash: claims.requestHash,
  status: 200,
  bodyHash: claims.bodyHash,
  key: connection.publicJwk,
  identityThumbprint: identity.thumbprint,
}

test('the key of the connection vouches, and so does the pinned identity', async () => {
  const byKey = await createAnswerSignature(claims, connection, 'connection')
  const byIdentity = await createAnswerSignature(claims, identity, 'identity')
  expect(await verifyAnswerSignature(byKey, expected)).toBe('connection')
  expect(await verifyAnswerSignature(byIdentity, expected)).toBe('identity')
})

test.each<[string, object]>([
  ['another request', { requestHash: sha256('an earlier request') }],
  ['another status', { status: 404 }],
  ['another body', { bodyHash: sha256('{}') }],
  ['another connection', { connectionId: randomUUID() }],
  ['another node', { iss: randomUUID() }],
])('the signature of an answer to %s is worthless', async (_, change) => {
  const signature = await createAnswerSignature({ ...claims, ...change }, connection, 'connection')
  expect(await verifyAnswerSignature(signature, expected)).toBeUndefined()
})

test('a stranger vouches for nothing, under whatever name', async () => {
  const forged = [
    await createAnswerSignature(claims, stranger, 'connection'),
    await createAnswerSignature(claims, { ...stranger, thumbprint: connection.thumbprint }, 'connection'),
    await createAnswerSignature(claims, stranger, 'identity'),
    await createAnswerSignature(claims, { ...stranger, publicJwk: identity.publicJwk }, 'identity'),
    await signJws(claims, 'accord-request+jwt', connection, 'kid'),
    'a.b.c',
    'x'.repeat(9000),
    undefined,
  ]
  for (const signature of forged) expect(await verifyAnswerSignature(signature, expected)).toBeUndefined()
})

const answer = (status: number, json: unknown, signature: string | undefined) => {
  const bytes = Buffer.from(JSON.stringify(json))
  return {
    status,
    json,
    page: undefined,
    retryAfterS: undefined,
    isRedirect: false,
    signature,
    range: undefined,
    bytes,
    bodyHash: sha256(bytes),
  }
}
const problem = (code: string) => ({
  type: `urn:accord:problem:${code}`,
  title: code,
  status: 404,
  detail: '',
  code,
  remedy: '',
  responsible: 'nobody',
  retry: false,
  requestId: randomUUID(),
})
async function receive(status: number, json: unknown, by?: 'connection' | 'identity'): Promise<unknown> {
  const bodyHash = sha256(JSON.stringify(json))
  const key = by === 'connection' ? connection : identity
  const signature = by && (await createAnswerSignature({ ...claims, status, bodyHash }, key, by))
  return readSignedAnswer(answer(status, json, signature), expected)
}
const read = (...received: Parameters<typeof receive>) => codeOf(receive(...received))

test('a success counts when the peer signs it, with either key', async () => {
  expect(await receive(200, { a: 1 }, 'connection')).toEqual({ a: 1 })
  expect(await receive(200, { a: 1 }, 'identity')).toEqual({ a: 1 })
  expect(await read(200, { a: 1 })).toBe('protocol_violation')
})

test('that a connection is unknown or gone counts when the peer signs it; what passes by itself needs no signature', async () => {
  expect(await read(404, problem('connection_unknown'), 'identity')).toBe('connection_unknown')
  expect(await read(410, problem('connection_gone'), 'connection')).toBe('connection_gone')
  expect(await read(404, problem('connection_unknown'))).toBe('protocol_violation')
  expect(await read(410, problem('connection_gone'))).toBe('protocol_violation')
  expect(await read(401, problem('clock_skew'))).toBe('clock_skew')
  expect(await read(503, problem('retry_later'))).toBe('retry_later')
})
