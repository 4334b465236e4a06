import { expect, test } from '@jest/globals'

import { createSlots } from '../../src/limits/slots.ts'

test('an address that has taken its places gets no other, and one that leaves makes room', () => {
  const room = createSlots(2, 10)
  const first = room.enter('a')
  expect(room.enter('a')).toBeDefined()
  expect(room.enter('a')).toBeUndefined()
  expect(room.enter('b')).toBeDefined()
  first?.()
  expect(room.enter('a')).toBeDefined()
})

test('many addresses together get no more than all places', () => {
  const room = createSlots(2, 3)
  const places = ['a', 'b', 'c', 'd'].map((key) => room.enter(key))
  expect(places.filter(Boolean)).toHaveLength(3)
})

test('who leaves twice gives back one place', () => {
  const room = createSlots(1, 2)
  const leave = room.enter('a')
  room.enter('b')
  leave?.()
  leave?.()
  expect(room.enter('c')).toBeDefined()
  expect(room.enter('d')).toBeUndefined()
})
