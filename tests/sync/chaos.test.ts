import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { type PostgresServer, startPostgres } from '../../node-bridge/test/postgres.ts'
import { runChaos } from './processes/chaos.ts'
import { type ConnectedProcesses, connectProcesses } from './processes/connected-processes.ts'

const STARTING_MS = 300_000
const STORY_MS = 600_000

let server: PostgresServer
let both: ConnectedProcesses | undefined

beforeAll(async () => {
  server = await startPostgres()
  const fresh = async (name: string) => (name === 'Globex' ? { databaseUrl: await server.createDatabase() } : {})
  both = await connectProcesses({ fresh, replicas: 3 })
}, STARTING_MS)
afterAll(async () => {
  await both?.close()
  await server.stop()
})

/** `npm run test:long -- chaos` does 10,000 edits over 500 pairs. */
test(
  'a hundred edits while calls are lost, doubled, late and out of order, processes die, a clock jumps and a backup is restored: nothing is lost or doubled',
  async () => {
    if (!both) throw new Error('The companies were not started')
    const { rows, differences, unsettled } = await runChaos(both, {
      pairs: 20,
      edits: 100,
      seed: 'small',
      editsPerSecond: 5,
      killEveryMs: 2000,
      netShare: 0.3,
      stillMs: 120_000,
    })
    expect({ ...differences, unsettled }).toMatchObject({ lost: [], doubled: [], different: [], unsettled: '' })
    expect(rows).toMatchObject({ edits: 100, comments: 50, files: 10, restores: 1 })
  },
  STORY_MS,
)
