import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { TABLES } from '../../now-app/src/server/names.ts'
import {
  ARRIVAL_MS,
  change,
  configure,
  connectCompanies,
  incidents,
  open,
  type SyncedCompanies,
  until,
} from './synced-companies.ts'

let both: SyncedCompanies
beforeAll(async () => {
  both = await connectCompanies({ ACCORD_SYNC_PULL_SECONDS: '1' })
  await configure(both.acme, both.ids.acme)
  await configure(both.globex, both.ids.globex)
}, 300_000)
afterAll(() => both.close())

/** Production comes over Globex's instance: its records, none of ours, and nothing of the application but what a clone leaves. */
function cloneOver({ globex }: SyncedCompanies): void {
  const { store } = globex.instance.simulator
  for (const table of ['incident', 'sys_journal_field', ...Object.values(TABLES)])
    for (const row of store.query(table, {}, systemCaller)) store.remove(table, row['sys_id'] ?? '', systemCaller)
  store.insert('incident', { short_description: 'Sync: of production', active: '1' }, systemCaller)
}

const statesOf = async (name: 'acme' | 'globex') =>
  (await pairsOf(both[name], both.ids[name])).map(({ state }) => state)
/** So often the node has tried to work on its pair, in vain. */
const failures = async () => {
  const { db } = both.globex.bridge.services.context.database
  const rows = await db.selectFrom('sync_pair').select('failures').execute()
  return rows.reduce((sum, row) => sum + Number(row.failures), 0)
}

test(
  'production that is cloned over a paired instance tells the other side nothing: no record is taken for deleted or new, and what waits waits',
  async () => {
    const ours = await open(both.acme, { short_description: 'Sync: before the clone' })
    await until('Globex has it', async () => (await incidents(both.globex)).length === 1)
    await both.settled(1)
    cloneOver(both)
    await change(both.acme, ours, { short_description: 'Sync: after the clone' })
    await until('the change waits at the node of Globex', async () =>
      (await pairsOf(both.globex, both.ids.globex)).some(({ inbound }) => inbound !== null),
    )
    await until('its node has tried to write it', async () => (await failures()) > 1)
    const { prerequisites } = await both.globex.bridge.services.node.checkPrerequisites()
    expect(prerequisites.find(({ code }) => code === 'instance_reachable')?.state).not.toBe('ok')
    const rows = await incidents(both.globex)
    expect(rows.map((row) => row['short_description'])).toEqual(['Sync: of production'])
    expect((await incidents(both.acme)).map((row) => row['short_description'])).toEqual(['Sync: after the clone'])
    expect([await statesOf('acme'), await statesOf('globex')]).toEqual([['linked'], ['linked']])
  },
  ARRIVAL_MS * 3,
)
