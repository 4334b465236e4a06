import { Agent } from 'node:http'

import { databaseKinds } from '../../../node-bridge/test/databases.ts'
import { createHostileSender } from '../../../node-bridge/test/faults/hostile/messages/hostile-sender.ts'
import {
  complainOfStored,
  makeMessages,
  SHARE_SETTINGS,
} from '../../../node-bridge/test/faults/hostile/messages/make-messages.ts'
import { startSyncCompanies } from '../../../node-bridge/test/stories/sync-companies.ts'
import { configureSync, INCIDENT_ONLY } from '../../../node-bridge/test/stories/sync-company.ts'
import type { Figures } from '../figures.ts'

const AT_ONCE = 24

/** Whatever messages of sync a peer with true keys signs: no call ends in a 5xx, and nothing is stored beyond the bounds. */
export async function runMessages(messages: number, seed: string, withinMs: number): Promise<Figures> {
  const [sqlite] = databaseKinds()
  if (!sqlite) throw new Error('There is no database')
  await sqlite.start()
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const both = await startSyncCompanies(sqlite, INCIDENT_ONLY, SHARE_SETTINGS)
  try {
    await configureSync(both.globex, both.ids.globex)
    const sender = await createHostileSender(both, { agent })
    const startedAt = performance.now()
    const made = await makeMessages(sender, { messages, width: AT_ONCE, seed, withinMs })
    const seconds = (performance.now() - startedAt) / 1000
    const answered = Object.entries(made.statuses).map(([status, count]) => [`calls answered ${status}`, count])
    return {
      title: 'Hostile messages of a peer with true keys',
      rows: {
        messages: made.messages,
        'messages a second': Math.round(made.messages / seconds),
        ...Object.fromEntries(answered),
        ...Object.fromEntries(Object.entries(sender.checked()).map(([name, count]) => [`checked ${name}`, count])),
      },
      complaints: [...made.complaints, ...(await complainOfStored(both, seconds))],
      seconds,
    }
  } finally {
    agent.destroy()
    await both.close()
    await sqlite.stop()
  }
}
