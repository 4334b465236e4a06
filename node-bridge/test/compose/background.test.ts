import { beforeEach, expect, test } from '@jest/globals'

import { alreadyStarted, type BackgroundPart, createBackground, together } from '../../src/compose/background.ts'

const received: string[] = []
const part = (name: string, stop: () => unknown = () => undefined): BackgroundPart => ({
  start: () => {
    received.push(`${name} starts`)
    return async () => {
      received.push(`${name} stops`)
      await stop()
      received.push(`${name} has stopped`)
    }
  },
})
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => void received.splice(0))

test('parts start in their order and stop in the opposite one, each after the one before', async () => {
  const background = createBackground([
    alreadyStarted(() => received.push('client closes')),
    part('sealer'),
    part('worker', nextTurn),
  ])
  expect(background.isRunning()).toBe(false)
  background.start()
  expect(background.isRunning()).toBe(true)
  const stopped = background.stop()
  expect(background.isRunning()).toBe(false)
  await stopped
  expect(received).toEqual([
    'sealer starts',
    'worker starts',
    'worker stops',
    'worker has stopped',
    'sealer stops',
    'sealer has stopped',
    'client closes',
  ])
})

test('parts that do not rely on each other stop at the same time', async () => {
  const background = createBackground([together([part('one', nextTurn), part('two')])])
  background.start()
  await background.stop()
  expect(received.slice(2)).toEqual(['one stops', 'two stops', 'two has stopped', 'one has stopped'])
})

test('a part that cannot stop does not keep the others from it, and is reported', async () => {
  const background = createBackground([
    part('first'),
    part('second', () => {
      throw new Error('it hangs')
    }),
  ])
  background.start()
  await expect(background.stop()).rejects.toThrow('it hangs')
  expect(received.at(-1)).toBe('first has stopped')
})

test('where one cannot start, those before it are stopped, and no other', async () => {
  const background = createBackground([part('first'), { start: refuseToStart }, part('third')])
  expect(() => background.start()).toThrow('no place')
  expect(background.isRunning()).toBe(false)
  await background.stop()
  expect(received).toEqual(['first starts', 'first stops', 'first has stopped'])
})

function refuseToStart(): never {
  throw new Error('no place')
}
