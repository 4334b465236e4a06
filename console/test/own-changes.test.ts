import { expect, test } from '@jest/globals'
import { createOwnChanges } from '../src/configuration/editor/code/own-changes.ts'

test('a text that was typed and is drawn late takes the place of nothing that was typed since', () => {
  const own = createOwnChanges()
  for (const text of ['s', 'st', 'sta']) own.note(text)
  expect(['st', 'sta'].map(own.take)).toEqual([true, true])
})

test('a text from elsewhere counts, also one that was typed before', () => {
  const own = createOwnChanges()
  for (const text of ['s', 'st']) own.note(text)
  expect(own.take('st')).toBe(true)
  expect(own.take('s')).toBe(false)
  own.note('x')
  expect(['published', 'x'].map(own.take)).toEqual([false, false])
})
