import { afterAll, expect, test } from '@jest/globals'
import { startScriptThread } from './thread-floor.ts'

const thread = startScriptThread()
afterAll(() => thread.close())

test('10,000 transactions leave nothing behind in their thread', async () => {
  const early = await thread.floorAfter(1000)
  const late = await thread.floorAfter(9000)
  expect(thread.threads).toBe(1)
  expect(late - early).toBeLessThan(5 * 1024 * 1024)
}, 300_000)
