import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { deletionStory, type DeletionStory, withDeleted } from './sync-deletes-kit.ts'
import { sentBy } from './sync-companies.ts'
import { publish, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 90_000
const FOLLOWS = 'deleteRecord()'

describe.each(databaseKinds())('a record is deleted at Acme, and the rules of Globex decide, on $name', (kind) => {
  let story: DeletionStory

  beforeAll(async () => {
    await kind.start()
    story = await deletionStory(kind)
  }, STARTING_MS)
  afterAll(async () => {
    await story.close()
    await kind.stop()
  })

  const say = (rules: string) => story.say(rules)
  const ended = (state: string) => story.untilStates('deleted_here', state)
  const gone = () => story.untilStates('unlinked', 'unlinked')

  test(
    'without a word of theirs the record stays as it is, and the pair has ended at both',
    async () => {
      await story.say(undefined)
      const { theirs } = await story.pair('stays')
      const executed = story.globex.tracker.executed()
      story.deleteOurs()
      await ended('deleted_there')
      expect(valueOf(story.recordOf(theirs), 'short_description')).toBe('stays')
      expect(story.globex.tracker.executed()).toBe(executed)
    },
    STORY_MS,
  )

  test(
    'they write fields and an entry, once, and nothing of it goes back',
    async () => {
      await say(`
        entity.state = 'Resolved'
        commentHelper.add('work_notes', syncHelper.remoteKey + ' was deleted at ' + connection.remote)`)
      const { ours, theirs } = await story.pair('is resolved')
      const sent = await sentBy(story.globex, story.ids.globex)
      story.deleteOurs()
      await ended('deleted_there')
      const record = story.recordOf(theirs)
      expect(valueOf(record, 'state')).toBe('6')
      expect(record.entries.map(({ body }) => body)).toEqual([`${ours.number} was deleted at Acme`])
      expect(await sentBy(story.globex, story.ids.globex)).toEqual(sent)
      expect(await story.history()).toEqual(expect.arrayContaining(['planned', 'applied', 'deletedThere']))
    },
    STORY_MS,
  )

  test(
    'they delete it, and that comes back as no delete',
    async () => {
      await say('if (madeBySync) deleteRecord()')
      const { theirs } = await story.pair('goes')
      const sent = await sentBy(story.globex, story.ids.globex)
      story.deleteOurs()
      await gone()
      expect(story.find(theirs)).toBeUndefined()
      expect(await sentBy(story.globex, story.ids.globex)).toEqual(sent)
      expect((await story.history()).slice(-3)).toEqual(['planned', 'deletedThere', 'deletedHere'])
      // The notice of the delete has come by then, too, and the scan has missed the record.
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await sentBy(story.globex, story.ids.globex)).toEqual(sent)
    },
    STORY_MS,
  )

  test(
    'they know a record that was here before from one that the pair has made',
    async () => {
      await say('if (madeBySync) deleteRecord()')
      const { theirs } = await story.pairFromGlobex('was here')
      story.deleteOurs()
      await ended('deleted_there')
      expect(valueOf(story.recordOf(theirs), 'short_description')).toBe('was here')
    },
    STORY_MS,
  )

  test(
    'they stop: the record stays as it is, and the pair has ended all the same',
    async () => {
      await say(`entity.state = 'Resolved'\n stop('what is new is kept')`)
      const { theirs } = await story.pair('is kept')
      story.deleteOurs()
      await ended('deleted_there')
      expect(valueOf(story.recordOf(theirs), 'state')).toBe('1')
      expect(await story.history()).toEqual(expect.arrayContaining(['stopped', 'deletedThere']))
    },
    STORY_MS,
  )

  test(
    'they throw: it waits for a person, the sender hears a class, and corrected rules are tried by themselves',
    async () => {
      await say(`map('nothing', { something: '1' })`)
      const { theirs } = await story.pair('waits')
      story.deleteOurs()
      expect((await story.held()).faults).toMatchObject([{ code: 'value_unmapped', direction: 'incoming' }])
      await eventually('Acme knows', async () =>
        (await story.newest(story.acme)).outbound?.phase === 'held' ? true : undefined,
      )
      expect(await story.newest(story.acme)).toMatchObject({ outbound: { kind: 'delete', class: 'rules' } })
      await publish(story.globex, story.ids.globex, { incoming: withDeleted(FOLLOWS) })
      await gone()
      expect(story.find(theirs)).toBeUndefined()
    },
    STORY_MS,
  )

  test(
    'and its admin lets nobody delete: it waits by that name, and a retry goes on once that is allowed',
    async () => {
      await say(FOLLOWS)
      const { theirs } = await story.pair('is not allowed')
      story.globex.tracker.keep('incident', true)
      story.deleteOurs()
      const item = await story.held()
      expect(item.faults).toMatchObject([{ code: 'access_missing', direction: 'incoming' }])
      expect(story.find(theirs)).toBeDefined()
      story.globex.tracker.keep('incident', false)
      await story.globex.client.call('retrySyncItem', { params: { itemId: item.id }, body: { actor: 'admin' } })
      await gone()
      expect(story.find(theirs)).toBeUndefined()
    },
    STORY_MS,
  )

  test(
    'and somebody skips what waits: the record stays, and the pair has ended',
    async () => {
      await say(FOLLOWS)
      const { theirs } = await story.pair('is skipped')
      story.globex.tracker.keep('incident', true)
      story.deleteOurs()
      const { id } = await story.held()
      story.globex.tracker.keep('incident', false)
      await story.globex.client.call('skipSyncItem', { params: { itemId: id }, body: { actor: 'admin' } })
      await ended('deleted_there')
      expect(story.find(theirs)).toBeDefined()
      expect((await story.history()).slice(-2)).toEqual(['skipped', 'deletedThere'])
    },
    STORY_MS,
  )

  test(
    'and somebody deletes by hand what waits: both have ended, and no delete goes back',
    async () => {
      await say(FOLLOWS)
      const { theirs } = await story.pair('by hand')
      const sent = await sentBy(story.globex, story.ids.globex)
      story.globex.tracker.keep('incident', true)
      story.deleteOurs()
      await story.held()
      story.globex.tracker.remove('incident', theirs)
      story.globex.tracker.keep('incident', false)
      await gone()
      expect(await sentBy(story.globex, story.ids.globex)).toEqual(sent)
      expect((await story.history()).slice(-2)).toEqual(['deletedThere', 'deletedHere'])
    },
    STORY_MS,
  )

  test(
    'while a state of before waits for a person: the delete takes its place',
    async () => {
      await say(FOLLOWS)
      const { theirs } = await story.pair('in the queue')
      await publish(story.globex, story.ids.globex, {
        incoming: withDeleted(FOLLOWS, `if (replica.summary === 'unread') map('nothing', { something: '1' })`),
      })
      story.changeOurs({ short_description: 'unread' })
      await story.held()
      story.deleteOurs()
      await gone()
      expect(story.find(theirs)).toBeUndefined()
    },
    STORY_MS,
  )

  test.each(['before', 'after'] as const)(
    'the way to the tracker breaks %s it has deleted: it is done once, and both know',
    async (when) => {
      await say(FOLLOWS)
      const { theirs } = await story.pair(`breaks ${when}`)
      const executed = story.globex.tracker.executed()
      story.breakNextWrite(when)
      story.deleteOurs()
      await gone()
      expect(story.find(theirs)).toBeUndefined()
      expect(story.globex.tracker.executed()).toBe(executed + 1)
    },
    STORY_MS,
  )

  test(
    'and somebody changes the record while it is planned: the rules are asked once more, of what it says then',
    async () => {
      await say(`if (entity.state.label === 'In Progress') stop('somebody is at it')\n deleteRecord()`)
      const { theirs } = await story.pair('meanwhile')
      story.beforeNextWrite(() => void story.globex.tracker.update('incident', theirs, { state: '2' }))
      story.deleteOurs()
      await ended('deleted_there')
      expect(valueOf(story.recordOf(theirs), 'state')).toBe('2')
    },
    STORY_MS,
  )

  test(
    'while Globex deletes its own: both have ended, and nothing is left to do',
    async () => {
      await say(FOLLOWS)
      const { theirs } = await story.pair('at once')
      for (const { proxy } of [story.acme, story.globex]) proxy.follow(() => EACH_FAULT['drop-before'])
      story.deleteOurs()
      story.globex.tracker.remove('incident', theirs)
      await eventually('both want to say so', async () => {
        const pairs = await Promise.all([story.newest(story.acme), story.newest(story.globex)])
        return pairs.every(({ outbound }) => outbound?.kind === 'delete') || undefined
      })
      for (const { proxy } of [story.acme, story.globex]) proxy.follow(passAll)
      await gone()
    },
    STORY_MS,
  )

  test('a draft is tried on it: the page says what would be deleted or written, and nothing is', async () => {
    const { theirs } = await story.pair('is tried')
    const key = String(valueOf(story.recordOf(theirs), 'number'))
    const tried = async (rules: string | undefined) =>
      (await story.tryOn(key, rules === undefined ? undefined : withDeleted(rules))).outcome
    expect(await tried(FOLLOWS)).toMatchObject({ kind: 'plan', deletesRecord: true, afterDeletion: true, fields: [] })
    expect(await tried(`entity.state = 'Resolved'`)).toMatchObject({
      kind: 'plan',
      deletesRecord: false,
      fields: [{ name: 'state', before: 'New', after: 'Resolved' }],
      back: { kind: 'nothing' },
    })
    expect(await tried(`stop('why not')`)).toEqual({ kind: 'stopped', reason: 'why not' })
    expect(await tried(undefined)).toEqual({ kind: 'nothing' })
    expect(story.find(theirs)).toBeDefined()
    expect((await story.newest(story.globex)).state).toBe('linked')
  })
})
