import { expect, test } from '@jest/globals'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { createWitness } from './witness.ts'

const said = (revision: number, state: string) => ({ id: 'c1', revision, state }) as ConnectionSnapshot

test.each([
  ['a lost revision', said(3, 'pending'), said(2, 'invited')],
  ['one revision with two states', said(3, 'pending'), said(3, 'active')],
  ['a connection that is no longer active', said(3, 'active'), said(4, 'redeeming')],
])('the witness notices %s', (_, before, after) => {
  const witness = createWitness('Company A')
  witness.saw(before)
  expect(witness.contradictions).toEqual([])
  witness.saw(after)
  expect(witness.contradictions).toHaveLength(1)
})

test('a story that goes forward contradicts nothing', () => {
  const witness = createWitness('Company A')
  for (const snapshot of [said(1, 'invited'), said(1, 'invited'), said(2, 'pending'), said(3, 'active')])
    witness.saw(snapshot)
  expect(witness.contradictions).toEqual([])
})
