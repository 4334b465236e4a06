import { randomUUID } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'

import { isRefusal } from '../../src/refusals/refusal.ts'
import { readLicenceToken } from '../../src/licence/licence-token.ts'
import { createVendor } from './vendor.ts'

const NODE = randomUUID()
const vendor = await createVendor()
const stranger = await createVendor()

const codeOf = (token: string, keys = [vendor.key.publicJwk]): Promise<string> =>
  readLicenceToken(token, keys, NODE).then(
    () => 'taken',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  )

test('a licence of the vendor is taken, for any node or for this one', async () => {
  expect(await codeOf(await vendor.sign())).toBe('taken')
  expect(await codeOf(await vendor.sign({ instanceUid: NODE }))).toBe('taken')
})

test('a licence of an older key of the vendor is taken as long as the release has that key', async () => {
  const [old, next] = [stranger.key.publicJwk, vendor.key.publicJwk]
  expect(await codeOf(await stranger.sign(), [next, old])).toBe('taken')
})

test('what is no licence, of whatever form, is named so', async () => {
  const token = await vendor.sign()
  for (const text of [
    '',
    'x',
    'a.b.c',
    token.slice(0, -30),
    `${token}.x`,
    'x'.repeat(5000),
    await vendor.sign({}, TYP.grant),
  ])
    expect(await codeOf(text)).toBe('licence_malformed')
  expect(await codeOf(await vendor.sign({ customer: '' }))).toBe('licence_malformed')
  expect(await codeOf(await vendor.sign({ maxConnections: 0 }))).toBe('licence_malformed')
})

test('a licence that somebody else signed, or that was changed, is forged', async () => {
  expect(await codeOf(await stranger.sign())).toBe('licence_forged')
  const [header, , signature] = (await vendor.sign()).split('.')
  const [, better] = (await stranger.sign({ plan: 'enterprise' })).split('.')
  expect(await codeOf([header, better, signature].join('.'))).toBe('licence_forged')
})

test("a stranger's signature under the vendor's key id is forged", async () => {
  const [header] = (await vendor.sign()).split('.')
  const [, claims, signature] = (await stranger.sign()).split('.')
  expect(await codeOf([header, claims, signature].join('.'))).toBe('licence_forged')
})

test("a licence for another node is named as that, and tells this node's id", async () => {
  const token = await vendor.sign({ instanceUid: randomUUID() })
  expect(await codeOf(token)).toBe('licence_foreign')
  const refused = await readLicenceToken(token, [vendor.key.publicJwk], NODE).catch((error: unknown) => error)
  expect(refused).toMatchObject({ facts: { instanceUid: NODE } })
})
