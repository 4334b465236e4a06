import { expect, test } from '@jest/globals'

import { rememberByCost } from '../../src/observability/remember.ts'

test('reading takes at most one per cent of the time, and who asks at the same time shares it', async () => {
  let at = 0
  let reads = 0
  const read = rememberByCost(
    async () => {
      await Promise.resolve()
      at += 50
      return (reads += 1)
    },
    () => at,
  )
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  at += 4999
  expect(await read()).toBe(1)
  at += 1
  expect(await read()).toBe(2)
})

test('a failure goes to whoever asked, and the next one reads again', async () => {
  const answers = [() => Promise.reject(new Error('the database is away')), () => Promise.resolve('back')]
  const read = rememberByCost(
    () => (answers.shift() ?? (() => Promise.resolve('later')))(),
    () => 0,
  )
  await expect(read()).rejects.toThrow('away')
  expect(await read()).toBe('back')
})
