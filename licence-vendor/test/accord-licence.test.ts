import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { readLicenceToken } from '../../node-bridge/src/licence/licence-token.ts'

const BIN = fileURLToPath(new URL('../bin/accord-licence.js', import.meta.url))
const NODE = randomUUID()
const directory = mkdtempSync(path.join(tmpdir(), 'accord-vendor-'))
const keyFile = path.join(directory, 'vendor.pem')
let publicKey = ''

const run = (words: readonly string[], input = '', environment: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  })
  return { code: status, stdout, stderr }
}
const keyOf = (x: string) => [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x }]

beforeAll(() => {
  publicKey = run(['keygen', '--out', keyFile]).stdout.trim()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('a licence that the command signs is taken by a node, with everything that was said', async () => {
  const words = [
    '--customer',
    'Acme Ltd',
    '--plan',
    'enterprise',
    '--days',
    '30',
    '--max-connections',
    '5',
    '--instance-uid',
    NODE,
  ]
  const { code, stdout } = run(['sign', '--key', keyFile, ...words])
  expect(code).toBe(0)
  const claims = await readLicenceToken(stdout.trim(), keyOf(publicKey), NODE)
  expect(claims).toMatchObject({ customer: 'Acme Ltd', plan: 'enterprise', maxConnections: 5, instanceUid: NODE })
  expect(claims.exp - claims.iat).toBe(30 * 86_400)
})

test('inspect tells whether the signature fits and the licence runs, and ends with 1 when it does not', () => {
  const token = run(['sign', '--key', keyFile, '--customer', 'Acme', '--until', '2199-01-01']).stdout
  const fits = run(['inspect', '--public-key', publicKey, '--json'], token)
  expect(JSON.parse(fits.stdout)).toMatchObject({ signature: 'fits', runs: true, claims: { plan: 'standard' } })
  expect(fits.code).toBe(0)
  const other = run(['keygen', '--out', path.join(directory, 'other.pem')]).stdout.trim()
  expect(run(['inspect', '--public-key', other], token)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('does not fit'),
  })
  expect(run(['inspect'], 'nonsense').code).toBe(2)
})

test('a key that exists is never overwritten, and one that others may read is refused', () => {
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  expect(run(['keygen', '--out', keyFile]).code).toBe(1)
  chmodSync(keyFile, 0o644)
  const refused = run(['sign', '--key', keyFile, '--customer', 'Acme', '--days', '1'])
  chmodSync(keyFile, 0o600)
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('read by others') })
})

test('an encrypted key signs with its passphrase only', () => {
  const file = path.join(directory, 'sealed.pem')
  const passphrase = { LICENCE_KEY_PASSPHRASE: 'correct horse' }
  expect(run(['keygen', '--out', file], '', passphrase).code).toBe(0)
  const words = ['sign', '--key', file, '--customer', 'Acme', '--days', '1']
  expect(run(words, '', passphrase).code).toBe(0)
  expect(run(words, '', { LICENCE_KEY_PASSPHRASE: 'wrong' })).toMatchObject({ code: 2, stdout: '' })
  expect(run(words)).toMatchObject({ code: 2, stdout: '' })
})

test.each([
  [['sign', '--customer', 'Acme', '--days', '1'], 'key'],
  [['sign', '--key', keyFile, '--days', '1'], 'customer'],
  [['sign', '--key', keyFile, '--customer', 'Acme'], '--days or --until'],
  [['sign', '--key', keyFile, '--customer', 'Acme', '--days', '-1'], 'ended before it began'],
  [['sign', '--key', keyFile, '--customer', 'Acme', '--days', 'x'], 'no number'],
  [['sign', '--key', keyFile, '--customer', 'Acme', '--days', '1', '--max-connections', '0'], 'maxConnections'],
  [['sign', '--key', keyFile, '--customer', 'Acme', '--days', '1', '--plan', 'No Plan'], 'plan'],
  [['forge'], 'no command'],
])('%j makes no sense: %s', (words, said) => {
  expect(run(words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) })
})

test('help is for everybody', () => {
  expect(run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('keygen') })
})
