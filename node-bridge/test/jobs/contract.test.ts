import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { breaches, type ContractSize, runContract } from './contract.ts'

const SIZE: ContractSize = { keys: 8, jobsPerKey: 30, workers: 2, kills: 3, leaseMs: 600, timeoutMs: 20_000 }
const TEN_MINUTES = 600_000

describe.each(databaseKinds())('serial queues on $name', (kind) => {
  const directory = mkdtempSync(join(tmpdir(), 'accord-queues-'))

  beforeAll(() => kind.start())
  afterAll(async () => {
    await kind.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test('while workers are killed with -9: none lost, none done twice, none out of order', async () => {
    const observation = await runContract(await kind.fresh(), directory, SIZE)
    expect(observation).toMatchObject({ left: 0, killed: SIZE.kills })
    expect(breaches(observation, SIZE)).toEqual([])
  })

  test('clocks that are ten minutes off, or jump by as much all the time: no job runs while another worker is at it', async () => {
    const clocks = [[0], [TEN_MINUTES], [-TEN_MINUTES], [-TEN_MINUTES, TEN_MINUTES, 0]]
    const size = { ...SIZE, jobsPerKey: 6, workers: 4, kills: 0, failures: 0, leaseMs: 2000, jobMs: 2000, clocks }
    const observation = await runContract(await kind.fresh(), directory, size)
    expect(observation).toMatchObject({ left: 0 })
    const once = Array.from({ length: size.jobsPerKey }, (_, n) => n)
    expect([...observation.runs.values()]).toEqual(Array.from({ length: size.keys }, () => once))
  })

  test('the same while workers are killed and jobs fail: none lost, none done twice, none out of order', async () => {
    const clocks = [[-TEN_MINUTES, TEN_MINUTES, 0]]
    const size = { ...SIZE, jobsPerKey: 20, clocks }
    const observation = await runContract(await kind.fresh(), directory, size)
    expect(observation).toMatchObject({ left: 0, killed: SIZE.kills })
    expect(breaches(observation, size)).toEqual([])
  })

  test('the checker of this contract sees a lost, an early and a repeated job', () => {
    const size = { ...SIZE, keys: 3, jobsPerKey: 3 }
    const runs = new Map([
      ['key-0', [0, 0, 1]],
      ['key-1', [0, 2, 1, 2]],
      ['key-2', [0, 1, 2, 1]],
    ])
    expect(breaches({ runs, left: 0, killed: 0 }, size)).toEqual([
      'key-0: 2 was lost',
      'key-1: 1 ran again after the next had',
      'key-1: 2 ran before the one before it',
      'key-2: 1 ran again after the next had',
    ])
  })
})
