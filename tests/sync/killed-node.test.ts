import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../../node-bridge/test/databases.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { isSettled, pairsOf, valueOf } from '../../node-bridge/test/stories/sync-company.ts'
import { TABLES } from '../../now-app/src/server/names.ts'
import { connectMemoryAndInstance, type MemoryAndInstance } from './memory-and-instance.ts'

const STARTING_MS = 300_000
const STORING = `import { incoming } from 'accord'
export default incoming('incident', ({ replica, entity, store, commentHelper }) => {
  entity.short_description = replica.summary ?? ''
  commentHelper.add('comments', 'before')
  const { number, short_description } = store()
  commentHelper.add('comments', 'after')
  entity.description = \`\${number}: \${short_description}\`
})`
const STORY_MS = 180_000
const WITHIN = { withinMs: 90_000 }

describe.each(databaseKinds())('the node dies between a plan and what became of it, on $name', (kind) => {
  let both: MemoryAndInstance | undefined

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    both = await connectMemoryAndInstance({ acme: first.databaseUrl, globex: second.databaseUrl })
  }, STARTING_MS)
  afterAll(async () => {
    await both?.close()
    await kind.stop()
  })

  const started = () => {
    if (!both) throw new Error('The companies were not started')
    return both
  }
  const ours = () => started().acme
  const theirs = () => started().globex
  const incidents = async (summary: string) =>
    (await theirs().instance.stored('incident')).filter((row) => row['short_description'] === summary)
  const isThere = async (summary: string) => (await incidents(summary)).length > 0
  const entriesOf = async (id: string | undefined) =>
    (await theirs().instance.stored('sys_journal_field'))
      .filter((row) => row['element_id'] === id)
      .map((row) => row['value'])
  const inboundPhases = async () =>
    (await theirs().rows<{ pair: string }>('select pair from sync_pair')).map(
      ({ pair }) => (JSON.parse(pair) as { inbound: { phase: string } | null }).inbound?.phase,
    )
  const until = (what: string, condition: () => Promise<boolean>) =>
    eventually(what, async () => (await condition()) || undefined, WITHIN)
  const settled = () =>
    until('all is settled', async () => {
      const isThrough = (await inboundPhases()).every((phase) => phase === undefined)
      return isThrough && (await pairsOf(ours(), started().acmeId)).every(isSettled)
    })
  const refuse = (call: keyof typeof INSTANCE_SYNC_API) => {
    const { faults } = theirs().instance.simulator
    const id = faults.add({ kind: 'unavailable', path: DEFAULT_API_BASE + INSTANCE_SYNC_API[call] })
    return () => faults.remove(id)
  }
  const pauseJobs = () => {
    const { timing } = theirs().instance.simulator
    timing.set({ paused: true })
    return () => timing.set({ paused: false })
  }
  /** Rows of plans that are through are removed meanwhile, so that their number would say nothing. */
  const isPlanThere = async (summary: string) =>
    (await theirs().instance.stored(TABLES.writePlan)).some((row) => JSON.stringify(row).includes(summary))

  /** `hold`: what keeps the plan where it is, until that is undone. `isReached`: it is there. */
  const MOMENTS = [
    {
      when: 'the instance has not been given the plan',
      hold: () => refuse('apply'),
      isReached: async () => (await inboundPhases()).includes('planned'),
    },
    {
      when: 'the instance has the plan and has not written it',
      hold: pauseJobs,
      isReached: isPlanThere,
    },
    {
      when: 'the instance has written it and nobody has asked for the outcome',
      hold: () => refuse('pull'),
      isReached: (summary: string) => isThere(summary),
    },
  ] as const

  /** The node dies once what `work` causes has come so far, and is started again. */
  const dieAt = async (
    { hold, isReached }: (typeof MOMENTS)[number],
    summary: string,
    work: () => void,
  ): Promise<void> => {
    const release = hold()
    try {
      work()
      await until('the moment has come', () => isReached(summary))
      await theirs().node.kill()
    } finally {
      release()
    }
    await theirs().node.start()
    await until('it is there', () => isThere(summary))
  }

  test.each(MOMENTS)(
    '$when: a new record is made once, with its comment',
    async (moment) => {
      const [summary, words] = [`new: ${moment.when}`, `said: ${moment.when}`]
      await dieAt(moment, summary, () => {
        const { id } = ours().tracker.create('incident', { short_description: summary })
        ours().tracker.comment('incident', id, words)
      })
      const entries = async () => entriesOf((await incidents(summary))[0]?.['sys_id'])
      await until('its comment is there', async () => (await entries()).length > 0)
      await settled()
      const made = await incidents(summary)
      expect(made).toHaveLength(1)
      expect(await entries()).toEqual([`Ann Author (Acme): ${words}`])
      const pair = (await pairsOf(ours(), started().acmeId)).find(({ remote }) => remote?.key === made[0]?.['number'])
      expect(pair).toMatchObject({ state: 'linked', fault: null })
    },
    STORY_MS,
  )

  test(
    'whoever waits for the outcome of a plan makes no other: what people change meanwhile in the record that it made goes back',
    async () => {
      const [summary, edited] = ['made and not reported', 'edited since it was made']
      const release = refuse('pull')
      const { id } = ours().tracker.create('incident', { short_description: summary })
      await until('it was made', () => isThere(summary))
      const { admin } = theirs().instance
      const [made] = await incidents(summary)
      const body = JSON.stringify({ short_description: edited })
      expect((await admin.send('PATCH', `/api/now/table/incident/${made?.['sys_id']}`, { body })).status).toBe(200)
      const findPair = async () => {
        const sql = `select id, due_at from sync_pair where record_id = '${made?.['sys_id']}'`
        return (await theirs().rows<{ id: string; due_at: number | string | null }>(sql))[0]
      }
      const beganAt = Date.now()
      const { method, path } = CONSOLE_CALLS.syncItemNow
      const { status } = await admin.call(method, path.replace('{itemId}', (await findPair())?.id ?? ''), {})
      expect(status).toBe(200)
      // It was looked at, and waits for the report once more.
      await until('it waits', async () => Number((await findPair())?.due_at) > beganAt + 30_000)
      release()
      await settled()
      const theirsNow = await incidents(edited)
      expect(theirsNow.map((row) => row['sys_id'])).toEqual([made?.['sys_id']])
      await until('Acme has what they have changed', async () =>
        ours()
          .tracker.records.all()
          .some((record) => record.id === id && valueOf(record, 'short_description') === edited),
      )
    },
    STORY_MS,
  )

  test.each(MOMENTS)(
    '$when: a change and a comment are written once',
    async (moment) => {
      const [old, summary, words] = [`old: ${moment.when}`, `changed: ${moment.when}`, `said: ${moment.when}`]
      const { id } = ours().tracker.create('incident', { short_description: old })
      await until('it is there', () => isThere(old))
      await settled()
      await dieAt(moment, summary, () => {
        ours().tracker.comment('incident', id, words)
        ours().tracker.update('incident', id, { short_description: summary })
      })
      await settled()
      const [changed] = await incidents(summary)
      expect(await entriesOf(changed?.['sys_id'])).toEqual([`Ann Author (Acme): ${words}`])
      expect(await incidents(old)).toEqual([])
    },
    STORY_MS,
  )

  /** What is written midway, and what is written after it by what the record is called then. */
  const storing = async () => {
    const known = await theirs().call('readSyncConfiguration', undefined, started().globexId)
    const versionOf = (rules: unknown) => (rules as { version: number }).version
    const published = await theirs().call(
      'publishSync',
      {
        table: 'incident',
        outgoing: (known['outgoing'] as { source: string }).source,
        incoming: STORING,
        trigger: { query: 'short_descriptionSTARTSWITHNobody', isActive: true },
        basedOn: { outgoing: versionOf(known['outgoing']), incoming: versionOf(known['incoming']) },
      },
      started().globexId,
    )
    expect(published['faults']).toEqual([])
  }

  test.each(MOMENTS)(
    '$when, of what a script writes by store(): it goes on behind it, and nothing is there twice',
    async (moment) => {
      await storing()
      const summary = `stored: ${moment.when}`
      await dieAt(moment, summary, () => void ours().tracker.create('incident', { short_description: summary }))
      await until('the script is through', async () => (await incidents(summary))[0]?.['description'] !== '')
      await settled()
      const made = await incidents(summary)
      expect(made.map((row) => row['description'])).toEqual([`${made[0]?.['number']}: ${summary}`])
      expect(await entriesOf(made[0]?.['sys_id'])).toEqual(['before', 'after'])
    },
    STORY_MS,
  )
})
