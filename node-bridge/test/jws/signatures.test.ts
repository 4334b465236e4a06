import { subtle } from 'node:crypto'

import { SIGNATURE_ALGORITHM } from '@accord/shared/protocol'
import { expect, jest, test } from '@jest/globals'
import { CompactSign, compactVerify, importJWK } from 'jose'

import { readJws, signJws, verifyJws, verifyJwsOnce } from '../../src/jws/compact-jws.ts'
import { createKeyPair, importPrivateKey, keyPairOf } from '../../src/keys/key-pair.ts'

const TYP = 'accord-test+jws'
/** The order of the group, little-endian (RFC 8032 §5.1). */
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n

const bothWays = (text: string, key: Parameters<typeof verifyJws>[1]) =>
  Promise.all([verifyJws({ text }, key), verifyJwsOnce({ text }, key)])

test('what we sign is read and verified by us and by jose, with the key or its thumbprint in the header', async () => {
  const key = await createKeyPair()
  for (const keyBy of ['jwk', 'kid'] as const) {
    const text = await signJws({ a: 'ü' }, TYP, key, keyBy)
    const naming = keyBy === 'jwk' ? { jwk: key.publicJwk } : { kid: key.thumbprint }
    expect(readJws(text, TYP, keyBy)).toMatchObject({ jws: { payload: { a: 'ü' }, header: naming } })
    expect(await bothWays(text, key.publicJwk)).toEqual([true, true])
    const { protectedHeader } = await compactVerify(text, await importJWK(key.publicJwk, SIGNATURE_ALGORITHM))
    expect(protectedHeader).toEqual({ alg: SIGNATURE_ALGORITHM, typ: TYP, ...naming })
  }
})

test('another key, a changed text, and a signature of another spelling of the same number are false', async () => {
  const [key, other] = await Promise.all([createKeyPair(), createKeyPair()])
  const text = await signJws({ a: 1 }, TYP, key, 'kid')
  expect(await bothWays(text, other.publicJwk)).toEqual([false, false])
  const [header = '', , signature = ''] = text.split('.')
  const changed = [header, Buffer.from('{"a":2}').toString('base64url'), signature].join('.')
  expect(await bothWays(changed, key.publicJwk)).toEqual([false, false])

  const bytes = Buffer.from(signature, 'base64url')
  const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32).toReversed()).toString('hex')}`) + ORDER
  bytes.set(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').toReversed(), 32)
  const malleable = text.slice(0, text.lastIndexOf('.') + 1) + bytes.toString('base64url')
  expect(readJws(malleable, TYP, 'kid')).toHaveProperty('jws')
  expect(await bothWays(malleable, key.publicJwk)).toEqual([false, false])
})

test('no other name of an algorithm is verified, even of a text that nobody has read', async () => {
  const key = await createKeyPair()
  const renamed = await new CompactSign(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYP, kid: key.thumbprint })
    .sign(await importPrivateKey(key.privateJwk))
  expect(readJws(renamed, TYP, 'kid')).toEqual({ fault: { kind: 'header', member: 'alg' } })
  expect(await bothWays(renamed, key.publicJwk)).toEqual([false, false])
  for (const text of ['', '.', '..', 'a.b.c', 'no text of a signature'])
    expect(await bothWays(text, key.publicJwk)).toEqual([false, false])
})

test('a key is converted once for the object that holds it, and what was converted cannot be exported', async () => {
  const { privateJwk, publicJwk } = await createKeyPair()
  const held = keyPairOf(privateJwk)
  const imports = jest.spyOn(subtle, 'importKey')
  try {
    const text = await signJws({}, TYP, held, 'kid')
    for (let time = 0; time < 3; time += 1) {
      expect(await signJws({}, TYP, held, 'kid')).toBe(text)
      expect(await verifyJws({ text }, publicJwk)).toBe(true)
    }
    expect(imports.mock.calls.map(([format]) => format)).toEqual(['jwk', 'raw'])
  } finally {
    imports.mockRestore()
  }
  await expect(subtle.exportKey('jwk', await importPrivateKey(held.privateJwk))).rejects.toThrow()
  await expect(subtle.exportKey('jwk', await importPrivateKey((await createKeyPair()).privateJwk))).rejects.toThrow()
})
