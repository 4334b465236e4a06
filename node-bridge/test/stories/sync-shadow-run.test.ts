/** A draft is run over the pairs that are there, beside what is published: who publishes knows before what it changes. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ShadowRun } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, storedPairsOf, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000

describe.each(databaseKinds())('a shadow run on $name', (kind) => {
  let both: SyncCompanies
  /** Of Globex, in the order in which they began: one with a work note, one without. */
  let itemIds: string[]

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const { acme, globex, ids } = both
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex)
    for (const summary of ['Mail is down', 'Door is open']) {
      acme.tracker.create('incident', { short_description: summary })
      const theirs = await untilRecord(
        'Globex has it',
        globex,
        (record) => valueOf(record, 'short_description') === summary,
      )
      globex.tracker.comment('incident', theirs.id, `we look: ${summary}`)
      if (summary === 'Mail is down') globex.tracker.comment('incident', theirs.id, 'between us', true)
    }
    await both.settled()
    itemIds = (await stored()).map(({ id }) => id)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const stored = () => storedPairsOf(both.globex.bridge.services.context.database.db, both.ids.globex)
  const run = (
    scripts: { readonly outgoing?: string; readonly incoming?: string; readonly mayWiden?: boolean } = {},
    ids: readonly string[] = itemIds,
  ): Promise<ShadowRun> =>
    both.globex.client.call('shadowScripts', {
      params: { connectionId: both.ids.globex },
      body: {
        table: 'incident',
        outgoing: script('outgoing'),
        incoming: script('incoming'),
        ...scripts,
        itemIds: [...ids],
      },
    })
  const draft = (direction: 'outgoing' | 'incoming', line: string) => ({
    [direction]: script(direction).replace(' }) => {', `, stop }) => {\n  ${line}`),
  })
  const outgoing = ({ pairs }: ShadowRun) => pairs.map((pair) => pair.outgoing)
  const SAME = { kind: 'same' }

  test('says nothing of a draft that does what is published, and names each record', async () => {
    const { faults, pairs } = await run()
    expect(faults).toEqual([])
    expect(pairs).toEqual(
      (await stored()).map(({ id, localKey }) => ({
        itemId: id,
        key: localKey,
        outgoing: SAME,
        incoming: null,
        messageId: null,
      })),
    )
  })

  test('says which paths it would change of which record, and that comments would be others', async () => {
    const summary = "if (entity.short_description === 'Mail is down') replica.customKeys['site'] = 'Graz'"
    expect(outgoing(await run(draft('outgoing', summary)))).toEqual([
      { kind: 'changes', paths: ['/customKeys/site'], comments: false, files: false, widens: 0 },
      SAME,
    ])
    const silent = { outgoing: script('outgoing').replace('comments.visible()', '[]') }
    expect(outgoing(await run(silent))).toEqual(
      [0, 1].map(() => ({ kind: 'changes', paths: [], comments: true, files: false, widens: 0 })),
    )
  })

  test('counts the work notes that would leave, as such and as public ones', async () => {
    const internal = { outgoing: script('outgoing').replace('comments.visible()', 'comments.all()') }
    expect(outgoing(await run(internal))).toMatchObject([{ kind: 'changes', comments: true, widens: 1 }, SAME])
    const asPublic = 'comments.all().map((each) => ({ ...each, internal: false }))'
    const widening = { outgoing: script('outgoing').replace('comments.visible()', asPublic) }
    expect(outgoing(await run({ ...widening, mayWiden: true }))).toMatchObject([{ widens: 1 }, SAME])
    expect(outgoing(await run(widening))).toMatchObject([
      { kind: 'fails', asToday: false, fault: { code: 'journal_widened' } },
      SAME,
    ])
  })

  test('says where it would fail or stop, and that it does so by what is published, too', async () => {
    const failing = draft('outgoing', "if (entity.short_description === 'Mail is down') throw new Error('no')")
    const fails = { kind: 'fails', asToday: false, fault: { code: 'script_threw', direction: 'outgoing', line: 4 } }
    expect(outgoing(await run(failing))).toMatchObject([fails, SAME])
    expect(outgoing(await run(draft('outgoing', "stop('not ours')")))).toEqual(
      [0, 1].map(() => ({ kind: 'stops', asToday: false })),
    )
    expect(await run({ outgoing: 'export default' })).toMatchObject({ faults: [{ direction: 'outgoing' }], pairs: [] })
  })

  test('tries the messages that wait in quarantine', async () => {
    const { acme, globex, ids } = both
    const picky = draft('incoming', "if (replica.summary === 'held') throw new Error('no')")
    await publish(globex, ids.globex, picky)
    acme.tracker.create('incident', { short_description: 'held' })
    const held = await eventually('it is held', async () => (await stored()).find(({ status }) => status === 'held'))
    expect((await run({}, [held.id])).pairs).toMatchObject([
      { itemId: held.id, outgoing: null, incoming: { kind: 'goes' } },
    ])
    expect((await run(picky, [held.id])).pairs).toMatchObject([
      { incoming: { kind: 'fails', asToday: true, fault: { code: 'script_threw', direction: 'incoming' } } },
    ])
    expect((await run(draft('incoming', "stop('not ours')"), [held.id])).pairs).toMatchObject([
      { incoming: { kind: 'stops' } },
    ])
  })

  test('writes nothing, here or there, and leaves out what is no pair of this connection', async () => {
    const { acme, globex } = both
    const all = async () => JSON.stringify([acme.tracker.records.all(), globex.tracker.records.all(), await stored()])
    const before = await all()
    expect((await run({}, [...itemIds, randomUUID()])).pairs).toHaveLength(itemIds.length)
    expect(await all()).toBe(before)
  })
})
