import { randomBytes } from 'node:crypto'

import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { createVault } from '../../src/vault/vault.ts'

const master = randomBytes(32)
const vault = createVault(master)

test('what is sealed opens again, for its own context only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (plain, context, other) => {
      const sealed = vault.seal(plain, context)
      expect(vault.open(sealed, context)).toBe(Buffer.from(plain).toString())
      if (other !== context) expect(() => vault.open(sealed, other)).toThrow('belongs elsewhere')
    }),
  )
})

test('the same secret is never sealed alike twice, and the sealed text shows nothing of it', () => {
  const sealed = vault.seal('top secret', 'token')
  expect(vault.seal('top secret', 'token')).not.toBe(sealed)
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('secret')
})

test('a changed byte anywhere is noticed', () => {
  const [format, keyId, content = ''] = vault.seal('top secret', 'token').split('.')
  const bytes = Buffer.from(content, 'base64url')
  for (const position of bytes.keys()) {
    const changed = Buffer.from(bytes)
    changed[position] = (changed[position] ?? 0) ^ 1
    expect(() => vault.open(`${format}.${keyId}.${changed.toString('base64url')}`, 'token')).toThrow('was changed')
  }
})

test('after a rotation the old key still opens and the new one seals; a foreign key is named, not guessed', () => {
  const next = createVault(randomBytes(32), [master])
  const old = vault.seal('top secret', 'token')
  expect(next.open(old, 'token')).toBe('top secret')
  expect(next.seal('x', 'token')).toContain(next.keyId)
  expect(() => createVault(randomBytes(32)).open(old, 'token')).toThrow(vault.keyId)
  for (const broken of ['', 'v1', `v1.${vault.keyId}.`, 'v2.a.b', 'plain text'])
    expect(() => vault.open(broken, 'token')).toThrow()
})

test('a master key of another length is refused', () => {
  expect(() => createVault(randomBytes(16))).toThrow('32 bytes')
})
