import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { publish, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const AN_HOUR_MS = 3_600_000

const ALL = script('outgoing').replace('comments.visible()', 'comments.all()')
const TO_CUSTOMERS = script('incoming').replace('mergeComments({', "mergeComments({ into: () => 'comments',")

describe.each(databaseKinds())('what an admin says of comments when publishing, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const rules = { outgoing: script('outgoing'), incoming: script('incoming') }
    const trigger = { query: 'urgency=1', isActive: false }
    expect((await publish(both.globex, both.ids.globex, { ...rules, trigger })).faults).toEqual([])
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const untilThere = (summary: string) =>
    untilRecord('Globex has it', both.globex, (record) => valueOf(record, 'short_description') === summary)
  /** A record that has two old entries, and two of now with the change that begins its pair. */
  const begin = (summary: string): string => {
    const { tracker } = both.acme
    const { id } = tracker.create('incident', { short_description: summary, urgency: '3' })
    tracker.comment('incident', id, 'old')
    tracker.comment('incident', id, 'old note', true)
    tracker.backdate('incident', id, AN_HOUR_MS)
    tracker.comment('incident', id, 'new')
    tracker.comment('incident', id, 'new note', true)
    tracker.update('incident', id, { urgency: '1' })
    return id
  }
  const bodiesOf = (id: string) =>
    both.globex.tracker.records.find('incident', id)?.entries.map(({ body }) => body.split(': ').at(-1) ?? '') ?? []

  test.each([
    ['none', ['new', 'new note', 'later']],
    ['visible', ['old', 'new', 'new note', 'later']],
    ['all', ['old', 'old note', 'new', 'new note', 'later']],
  ] as const)(
    'of entries of before the pair %s travel, and so it stays whatever is published later',
    async (history, expected) => {
      const summary = `history ${history}`
      const trigger = { query: 'urgency=1', isActive: true, history }
      const { faults, configuration } = await publish(both.acme, both.ids.acme, {
        outgoing: ALL,
        incoming: script('incoming'),
        trigger,
      })
      expect(faults).toEqual([])
      expect(configuration.trigger).toMatchObject({ history })
      const ours = begin(summary)
      const theirs = await untilThere(summary)
      await both.settled()
      await publish(both.acme, both.ids.acme, { trigger: { ...trigger, history: 'all' } })
      both.acme.tracker.comment('incident', ours, 'later')
      await eventually('the last one is there', async () => bodiesOf(theirs.id).includes('later') || undefined)
      await both.settled()
      expect(bodiesOf(theirs.id)).toEqual(expected)
    },
    STORY_MS,
  )

  test(
    'internal notes reach customers only by versions that were published with the box ticked, and unticking ends it',
    async () => {
      const publishAtGlobex = (changes: Parameters<typeof publish>[2]) => publish(both.globex, both.ids.globex, changes)
      const unticked = await publishAtGlobex({ incoming: TO_CUSTOMERS })
      expect(unticked.configuration.incoming).toMatchObject({ mayWiden: false })
      const ours = both.acme.tracker.create('incident', { short_description: 'widened', urgency: '1' })
      const theirs = await untilThere('widened')
      await both.settled()
      both.acme.tracker.comment('incident', ours.id, 'for us', true)
      const held = () =>
        both.globex.client.call('listSyncItems', { params: { connectionId: both.ids.globex }, query: {} })
      await eventually(
        'it is held',
        async () =>
          (await held()).items.some(({ faults }) => faults.some(({ code }) => code === 'journal_widened')) || undefined,
      )
      expect(bodiesOf(theirs.id)).toEqual([])
      const ticked = await publishAtGlobex({ mayWiden: true })
      expect(ticked.configuration.incoming).toMatchObject({ mayWiden: true, version: 3 })
      await eventually('it is there', async () => bodiesOf(theirs.id).includes('for us') || undefined)
      expect(both.globex.tracker.records.find('incident', theirs.id)?.entries).toMatchObject([{ internal: false }])
      const again = await publishAtGlobex({ mayWiden: false })
      expect(again.configuration.incoming).toMatchObject({ mayWiden: false, version: 4 })
    },
    STORY_MS,
  )
})
