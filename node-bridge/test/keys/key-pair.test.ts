import { expect, test } from '@jest/globals'
import { calculateJwkThumbprint } from 'jose'

import {
  createKeyPair,
  fingerprintOf,
  importPublicKey,
  rememberPublicKey,
  thumbprintOf,
} from '../../src/keys/key-pair.ts'
import { isWeakPoint } from '../../src/keys/weak-points.ts'

test('a thumbprint is that of RFC 7638, as jose and the example of RFC 8037 compute it', async () => {
  const { publicJwk, privateJwk, thumbprint } = await createKeyPair()
  expect(thumbprint).toBe(await calculateJwkThumbprint(publicJwk))
  expect(privateJwk).toMatchObject(publicJwk)
  const example = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const
  expect(thumbprintOf(example)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
})

test('a fingerprint is 64 bits that two people can read to each other, and always the same for a key', () => {
  const fingerprint = fingerprintOf('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  expect(fingerprint).toBe('90FA-CAFE-A9B1-5566')
  expect(fingerprintOf('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')).toBe(fingerprint)
  expect(fingerprintOf('kPrL_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')).not.toBe(fingerprint)
})

test('two pairs never share a key, and a key that we hold is imported once', async () => {
  const [one, other] = await Promise.all([createKeyPair(), createKeyPair()])
  expect(one.thumbprint).not.toBe(other.thumbprint)
  expect(await rememberPublicKey(one.publicJwk)).toBe(await rememberPublicKey({ ...one.publicJwk }))
})

test('points of small order are refused, with either sign bit, since signatures by them prove nothing', async () => {
  const identity = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])
  const negated = Buffer.from(identity)
  negated[31] = 0x80
  for (const point of [identity, negated, Buffer.alloc(32)]) {
    const x = point.toString('base64url')
    expect(isWeakPoint(x)).toBe(true)
    await expect(importPublicKey({ kty: 'OKP', crv: 'Ed25519', x })).rejects.toThrow('small order')
    await expect(rememberPublicKey({ kty: 'OKP', crv: 'Ed25519', x })).rejects.toThrow('small order')
  }
  expect(isWeakPoint((await createKeyPair()).publicJwk.x)).toBe(false)
})
