import { setImmediate as turn } from 'node:timers/promises'

import { expect, test } from '@jest/globals'

import { createEditor, type EditedSides } from '../sync/edits.ts'

interface Change {
  readonly id: string
  readonly description: string
  readonly comment: string | undefined
}

/** Two sides in memory: what is changed is written at the other one a turn later. */
function sidesInMemory() {
  const changes: Change[] = []
  let underWay = 0
  let mostUnderWay = 0
  let settled = 0
  let listener: (summary: string, description: string) => void = () => undefined
  const arrive = async (summary: string, description: string) => {
    underWay += 1
    mostUnderWay = Math.max(mostUnderWay, underWay)
    await turn()
    underWay -= 1
    listener(summary, description)
  }
  const sides: EditedSides = {
    create: (summary) => {
      void arrive(summary, '')
      return summary
    },
    change: (id, description, comment) => {
      changes.push({ id, description, comment })
      // What is written for another reason, as by a rule, is no arrival.
      listener(id, 'something else')
      void arrive(id, description)
    },
    onWritten: (listen) => void (listener = listen),
    settled: async () => void (settled += 1),
    cpuMs: async () => changes.length * 3,
  }
  return {
    sides,
    changes,
    mostUnderWay: () => mostUnderWay,
    resetMost: () => (mostUnderWay = 0),
    settled: () => settled,
  }
}

test('every second change has a comment, and the record that rested longest is taken each time', async () => {
  const { sides, changes } = sidesInMemory()
  const editor = await createEditor(sides, 4)
  await editor.run(8, 2)
  expect(changes.filter(({ comment }) => comment !== undefined)).toHaveLength(4)
  const ids = changes.map(({ id }) => id)
  expect(new Set(ids.slice(0, 4)).size).toBe(4)
  expect(ids.slice(4)).toEqual(ids.slice(0, 4))
})

test('so many are under way at once, and all that was paid until nothing is under way belongs to a round', async () => {
  const { sides, mostUnderWay, resetMost, settled } = sidesInMemory()
  const editor = await createEditor(sides, 6)
  resetMost()
  const before = settled()
  const round = await editor.run(12, 3)
  expect(mostUnderWay()).toBe(3)
  expect(settled()).toBe(before + 1)
  expect(round.cpuMsEach).toBe(3)
  expect(round.p50).toBeGreaterThan(0)
  expect(round.p99).toBeGreaterThanOrEqual(round.p50)
  expect(round.perSecond).toBeGreaterThan(0)
})

test('more at once than there are records is refused', async () => {
  const editor = await createEditor(sidesInMemory().sides, 2)
  await expect(editor.run(4, 3)).rejects.toThrow('2 records for 3 in flight')
})
