import { Agent } from 'node:http'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { databaseKinds } from '../../../databases.ts'
import { startSyncCompanies, type SyncCompanies } from '../../../stories/sync-companies.ts'
import { configureSync, INCIDENT_ONLY } from '../../../stories/sync-company.ts'
import { createHostileSender } from './hostile-sender.ts'
import { complainOfStored, makeMessages, SHARE_SETTINGS } from './make-messages.ts'

const MESSAGES = 600

const [sqlite] = databaseKinds()
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
let both: SyncCompanies

beforeAll(async () => {
  if (!sqlite) throw new Error('No database')
  await sqlite.start()
  both = await startSyncCompanies(sqlite, INCIDENT_ONLY, SHARE_SETTINGS)
  await configureSync(both.globex, both.ids.globex)
}, 60_000)
afterAll(async () => {
  agent.destroy()
  await both.close()
  await sqlite?.stop()
})

/** The long run sends a hundred thousand of them. */
test('whatever messages a peer with true keys sends, no call ends in a 5xx and nothing is stored beyond the bounds', async () => {
  const sender = await createHostileSender(both, { agent })
  const startedAt = performance.now()
  const seed = process.env['ACCORD_TEST_SEED'] ?? 'hostile messages'
  const { complaints, statuses } = await makeMessages(sender, { messages: MESSAGES, width: 6, seed })
  expect(complaints).toEqual([])
  expect(statuses['200']).toBeGreaterThan(MESSAGES / 50)
  // Else nothing hostile would have come further than the door.
  const { received = 0, ...refused } = sender.checked()
  expect(received).toBeGreaterThan(10)
  for (const code of ['malformed', 'unsupported', 'proof_invalid', 'gap', 'loop'])
    expect(refused).toEqual(expect.objectContaining({ [code]: expect.any(Number) }))
  expect(Object.values(refused).reduce((sum, count) => sum + count, received)).toBeGreaterThan(MESSAGES / 2)
  const seconds = (performance.now() - startedAt) / 1000
  expect(await complainOfStored(both, seconds)).toEqual([])
}, 120_000)
