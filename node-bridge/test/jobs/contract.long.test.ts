import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { breaches, type ContractSize, runContract } from './contract.ts'

const SIZE: ContractSize = { keys: 40, jobsPerKey: 100, workers: 3, kills: 12, leaseMs: 1000, timeoutMs: 120_000 }

describe.each(databaseKinds())('serial queues on $name, at length', (kind) => {
  const directory = mkdtempSync(join(tmpdir(), 'accord-queues-'))

  beforeAll(() => kind.start())
  afterAll(async () => {
    await kind.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test.each([1, 2, 3])(
    '4,000 jobs, 3 workers, 12 kills: round %i',
    async () => {
      const observation = await runContract(await kind.fresh(), directory, SIZE)
      expect(observation).toMatchObject({ left: 0, killed: SIZE.kills })
      expect(breaches(observation, SIZE)).toEqual([])
    },
    180_000,
  )
})
