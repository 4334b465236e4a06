import { setTimeout as delay } from 'node:timers/promises'

import { expect, test } from '@jest/globals'
import { pino } from 'pino'

import { type Rest, startScan } from '../../src/jobs/scan.ts'

const begin = (scanPages: (rest: Rest) => Promise<void>, everyMs = 60_000) => {
  const said: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void said.push(line) })
  return { said, stop: startScan({ everyMs, scanPages, log, failure: 'the scan failed' }) }
}

/** Time that the processor is kept from everything else, as by a page of the database. */
function work(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('a scan rests several times as long as its page took', async () => {
  const rested = new Promise<number>((resolve) => {
    begin(async (rest) => {
      work(10)
      const restingAt = performance.now()
      await rest()
      resolve(performance.now() - restingAt)
    })
  })
  // The rest alone keeps no process alive.
  const awake = setInterval(() => undefined, 1000)
  expect(await rested).toBeGreaterThan(80)
  clearInterval(awake)
})

test('a node that stops ends the scan at its next rest, and says nothing of it', async () => {
  let pages = 0
  const { said, stop } = begin(async (rest) => {
    for (;;) {
      pages += 1
      await rest()
    }
  })
  await delay(20)
  stop()
  const pagesThen = pages
  await delay(50)
  expect([pagesThen > 0, pages, said]).toEqual([true, pagesThen, []])
})

test('a scan that fails is in the log, and the next one begins in its time', async () => {
  let scans = 0
  const { said, stop } = begin(() => {
    scans += 1
    return scans === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve()
  }, 10)
  await delay(200)
  stop()
  expect(scans).toBeGreaterThan(1)
  expect(said).toEqual([expect.stringContaining('the scan failed')])
})
