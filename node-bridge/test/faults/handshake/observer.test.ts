import { expect, test } from '@jest/globals'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { createObserver } from './observer.ts'

const said = (revision: number, state: string) => ({ id: 'c1', revision, state }) as ConnectionSnapshot

test.each([
  ['a lost revision', said(3, 'pending'), said(2, 'invited')],
  ['one revision with two states', said(3, 'pending'), said(3, 'active')],
  ['a connection that is no longer active', said(3, 'active'), said(4, 'redeeming')],
])('the observer notices %s', (_, before, after) => {
  const observer = createObserver('Company A')
  observer.saw(before)
  expect(observer.contradictions).toEqual([])
  observer.saw(after)
  expect(observer.contradictions).toHaveLength(1)
})

test('a story that goes forward contradicts nothing', () => {
  const observer = createObserver('Company A')
  for (const snapshot of [said(1, 'invited'), said(1, 'invited'), said(2, 'pending'), said(3, 'active')])
    observer.saw(snapshot)
  expect(observer.contradictions).toEqual([])
})
