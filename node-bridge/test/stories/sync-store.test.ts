import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  publish,
  script,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 90_000

describe.each(databaseKinds())('store() of an incoming script, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    ;({ acme, globex } = both)
    await configureSync(acme, both.ids.acme)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const incomingWith = (...lines: readonly string[]) =>
    script('incoming')
      .replace('({ replica,', '({ store, replica,')
      .replace(/\}\)\s*$/u, [...lines, '})'].join('\n  '))
  /** What is saved midway, and the number that only then is known. */
  const STORING = [
    "commentHelper.add('work_notes', 'before')",
    'const saved = store()',
    "commentHelper.add('work_notes', 'after')",
    'entity.close_notes = `${saved.number}: ${saved.short_description}`',
  ]
  const configure = (...lines: readonly string[]) =>
    configureSync(globex, both.ids.globex, { incoming: incomingWith(...lines) })
  const called = (summary: string) =>
    globex.tracker.records.all().filter((record) => valueOf(record, 'short_description') === summary)
  const noted = (summary: string) => called(summary).map((record) => valueOf(record, 'close_notes'))
  const untilNoted = (summary: string) =>
    eventually('the script is through', async () => (noted(summary)[0] ? true : undefined))
  const ownEntries = (summary: string) =>
    called(summary).flatMap(({ entries }) => entries.filter(({ internal }) => internal).map(({ body }) => body))
  const stepsLeft = () => globex.bridge.services.context.database.db.selectFrom('script_step').select('id').execute()
  const heldItem = () =>
    eventually('it waits for a person', async () => {
      const { items } = await globex.client.call('listSyncItems', {
        params: { connectionId: both.ids.globex },
        query: {},
      })
      return items.find(({ status }) => status === 'held')
    })

  test(
    'a record is made once with what was planned before, the script reads its number, and the rest is written after it',
    async () => {
      await configure(...STORING)
      const before = globex.tracker.executed()
      const ours = acme.tracker.create('incident', { short_description: 'stored midway' })
      acme.tracker.comment('incident', ours.id, 'said at once')
      await untilNoted('stored midway')
      await both.settled()
      const [made] = called('stored midway')
      expect(noted('stored midway')).toEqual([`${String(made && valueOf(made, 'number'))}: stored midway`])
      expect(ownEntries('stored midway')).toEqual(['before', 'after'])
      expect(made?.entries.filter(({ internal }) => !internal).map(({ body }) => body)).toEqual([
        'Ann Author (Acme): said at once',
      ])
      // A comment that has missed the first message comes with one of its own.
      expect(globex.tracker.executed() - before).toBeLessThanOrEqual(4)
      expect(await sentBy(globex, both.ids.globex)).toEqual([0])
      expect(await stepsLeft()).toEqual([])
      expect(await textOfDatabase(globex)).not.toContain('stored midway')
    },
    STORY_MS,
  )

  test(
    'a change is written so as well, and nothing of it comes back',
    async () => {
      const ours = acme.tracker.create('incident', { short_description: 'made' })
      await untilNoted('made')
      await both.settled()
      acme.tracker.update('incident', ours.id, { short_description: 'changed', description: 'with words' })
      await untilRecord(
        'it is changed',
        globex,
        (record) => valueOf(record, 'close_notes')?.toString().endsWith(': changed') === true,
      )
      await both.settled()
      expect(called('changed').map((record) => valueOf(record, 'description'))).toEqual(['with words'])
      expect((await sentBy(globex, both.ids.globex)).every((count) => count === 0)).toBe(true)
    },
    STORY_MS,
  )

  test(
    'where the script fails behind it, the record is there; another version goes on, and makes and says nothing twice',
    async () => {
      await configure(...STORING, "map('nothing', { something: '1' })")
      acme.tracker.create('incident', { short_description: 'half way' })
      const item = await heldItem()
      expect(item.faults).toMatchObject([{ code: 'value_unmapped', direction: 'incoming' }])
      expect(noted('half way')).toEqual([''])
      await publish(globex, both.ids.globex, { incoming: incomingWith(...STORING) })
      await untilNoted('half way')
      await both.settled()
      expect(called('half way')).toHaveLength(1)
      expect(ownEntries('half way')).toEqual(['before', 'after'])
      expect(await stepsLeft()).toEqual([])
    },
    STORY_MS,
  )

  test(
    'somebody changes the record between the two writes: his words stand, and the rest is written',
    async () => {
      await configure(...STORING)
      acme.tracker.create('incident', { short_description: 'meanwhile' })
      const [made] = await eventually('it is made', async () =>
        called('meanwhile').length > 0 ? called('meanwhile') : undefined,
      )
      globex.tracker.update('incident', made?.id ?? '', { description: 'of a person' })
      await untilNoted('meanwhile')
      await both.settled()
      expect(called('meanwhile').map((record) => valueOf(record, 'description'))).toEqual(['of a person'])
      expect(ownEntries('meanwhile')).toEqual(['before', 'after'])
    },
    STORY_MS,
  )

  test(
    'an internal entry becomes visible by it as little as at the end',
    async () => {
      await configure("commentHelper.mergeComments({ into: () => 'comments' })", 'store()')
      await configureSync(acme, both.ids.acme, {
        outgoing: script('outgoing').replace('comments.visible()', 'comments.all()'),
      })
      const ours = acme.tracker.create('incident', { short_description: 'a secret' })
      acme.tracker.comment('incident', ours.id, 'only for us, who work here', true)
      const item = await heldItem()
      expect(item.faults).toMatchObject([{ code: 'journal_widened' }])
      expect(called('a secret').flatMap(({ entries }) => entries)).toEqual([])
      await globex.client.call('unlinkSyncItem', { params: { itemId: item.id }, body: { actor: 'admin' } })
      await configureSync(acme, both.ids.acme)
    },
    STORY_MS,
  )

  test('a test run shows all of it in one plan, and writes nothing', async () => {
    const before = globex.tracker.executed()
    const tested = await globex.client.call('testScripts', {
      params: { connectionId: both.ids.globex },
      body: {
        table: 'incident',
        outgoing: script('outgoing'),
        incoming: incomingWith(...STORING),
        mayWiden: false,
        subject: { kind: 'replica', replica: { summary: 'tried', status: 'New', priority: '3 - Low', customKeys: {} } },
      },
    })
    expect(tested.outcome).toMatchObject({
      kind: 'plan',
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'short_description', after: 'tried' }),
        expect.objectContaining({ name: 'close_notes', after: expect.stringContaining(': tried') }),
      ]),
      entries: [expect.objectContaining({ body: 'before' }), expect.objectContaining({ body: 'after' })],
    })
    expect(tested).toMatchObject({ steps: [{ name: 'store' }] })
    expect(globex.tracker.executed()).toBe(before)
  })

  test(
    'a script that stores without an end is stopped by name',
    async () => {
      await configure('for (let at = 0; at < 20; at += 1) {\n entity.close_notes = `${at}`\n store()\n}')
      acme.tracker.create('incident', { short_description: 'without an end' })
      const item = await heldItem()
      expect(item.faults).toMatchObject([{ code: 'unsupported', direction: 'incoming' }])
      expect(noted('without an end')).toEqual(['4'])
    },
    STORY_MS,
  )
})
