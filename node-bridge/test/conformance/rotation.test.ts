import { expect, test } from '@jest/globals'
import type { PublicJwk } from '@accord/shared/schemas'

import { processChain } from '../key-rotation/process-chain.ts'
import { thumbprintOf } from '../../src/keys/key-pair.ts'
import { codeOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

interface Place {
  readonly known: PublicJwk
  readonly nextSeq: number
}
const { parties, valid, invalid, known, nextSeq } = readFixture<
  Place & {
    parties: { iss: string; aud: string; connectionId: string }
    valid: (Place & { name: string; chain: string[]; newest: string })[]
    invalid: { name: string; chain: string[]; refusal: string }[]
  }
>('rotation.json')

test.each(valid)('a chain with $name is followed', async ({ chain, newest, ...place }) => {
  const links = await processChain(chain, { ...parties, ...place })
  expect(thumbprintOf(links.at(-1)?.claims.key ?? place.known)).toBe(newest)
})

test.each(invalid)('a chain with $name is refused', async ({ chain, refusal }) => {
  expect(await codeOf(processChain(chain, { ...parties, known, nextSeq }))).toBe(refusal)
})
