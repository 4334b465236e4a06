import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'

import { createRotation, type RotationInput } from '../../src/key-rotation/rotation-statement.ts'
import { signJws } from '../../src/jws/compact-jws.ts'
import { createKeyPair, thumbprintOf } from '../../src/keys/key-pair.ts'
import { refusalOf } from '../refused.ts'
import { processChain } from './process-chain.ts'

const [first, second, third, thief] = [
  await createKeyPair(),
  await createKeyPair(),
  await createKeyPair(),
  await createKeyPair(),
]
const parties = { iss: randomUUID(), aud: randomUUID(), connectionId: randomUUID() }
const now = new Date('2026-03-01T12:00:00.000Z')
const link = (change: Partial<RotationInput> = {}) =>
  createRotation({ ...parties, seq: 1, from: first, to: second, now, ...change })

const one = await link()
const two = await link({ seq: 2, from: second, to: third })
const verify = (chain: readonly string[], known = first, nextSeq = 1) =>
  processChain(chain, { ...parties, known: known.publicJwk, nextSeq })
const thumbprintsOf = async (work: ReturnType<typeof verify>) =>
  (await work).map(({ claims }) => thumbprintOf(claims.key))

test('a chain leads from any key that was known to the newest', async () => {
  expect(await thumbprintsOf(verify([one, two]))).toEqual([second.thumbprint, third.thumbprint])
  expect(await thumbprintsOf(verify([one, two], second, 2))).toEqual([third.thumbprint])
  expect(await thumbprintsOf(verify([two], second, 2))).toEqual([third.thumbprint])
  expect(await verify([one, two], third, 3)).toEqual([])
})

test.each<[string, () => Promise<readonly string[]>]>([
  ['begins with a key that is not known', async () => [two]],
  ['skips a number', async () => [await link({ seq: 2 })]],
  ['has a gap', async () => [one, await link({ seq: 2, from: third, to: thief })]],
  ['is for another connection', async () => [await link({ connectionId: randomUUID() })]],
  ['comes from another node', async () => [await link({ iss: randomUUID() })]],
  ['is meant for another node', async () => [await link({ aud: randomUUID() })]],
  [
    'is signed by a thief in the name of the key',
    async () => [await link({ from: { ...thief, thumbprint: first.thumbprint } })],
  ],
  [
    'names a new key that does not prove itself',
    async () => [await link({ to: { ...second, privateJwk: thief.privateJwk } })],
  ],
  ['has the proof of another link', async () => [await withProof((await claimsOf(two)).proof)]],
  ['has a request in the place of a statement', async () => [await signJws({}, 'accord-request+jwt', first, 'kid')]],
  ['is no chain at all', async () => ['a.b.c']],
])('a chain that %s is refused', async (_, make) => {
  expect((await refusalOf(make().then((chain) => verify(chain)))).code).toBe('proof_invalid')
})

const claimsOf = async (statement: string): Promise<{ proof: string }> =>
  JSON.parse(Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString('utf8')) as { proof: string }
const withProof = async (proof: string) =>
  signJws({ ...(await claimsOf(one)), proof }, 'accord-rotation+jws', first, 'kid')
