import { Id } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'

import { orderedId } from '../../src/identifiers/ordered-id.ts'

test('ids are UUIDs of version 7 that sort as they were drawn, and no two are the same', () => {
  const drawn = Array.from({ length: 1000 }, () => orderedId(new Date('2026-05-04T10:00:00.000Z')))
  const later = orderedId(new Date('2026-05-04T10:00:00.001Z'))
  for (const id of [...drawn, later]) expect(Id.parse(id)[14]).toBe('7')
  expect(new Set(drawn).size).toBe(1000)
  expect(drawn.every((id) => id < later)).toBe(true)
  expect(drawn[0]).toMatch(/^019df26e-2d00-7/u)
})
