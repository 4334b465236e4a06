/** What a draft would do is seen before it is published, and nothing of it is done. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TestedScripts, TestScriptsRequest } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { dictionaryOf } from '../trackers/memory/memory-dictionary.ts'
import { eventually } from '../faults/company/eventually.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, INCIDENT_ONLY, publish, script, textOfDatabase, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const AT = '2026-11-29T12:00:00.000Z'
const REPLICA = { summary: 'By hand', priority: '1 - High', customKeys: { site: 'Graz' } }

describe.each(databaseKinds())('a test run on $name', (kind) => {
  let both: SyncCompanies
  /** Of Globex. */
  let key: string

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, INCIDENT_ONLY, { ACCORD_SYNC_KEEP_MESSAGES_DAYS: '7' })
    const { acme, globex, ids } = both
    globex.tracker.describeAs(dictionaryOf(INCIDENT_ONLY))
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex)
    acme.tracker.create('incident', { short_description: 'Mail is down', description: 'since nine' })
    const theirs = await untilRecord(
      'Globex has it',
      globex,
      (record) => valueOf(record, 'description') === 'since nine',
    )
    key = String(valueOf(theirs, 'number'))
    globex.tracker.comment('incident', theirs.id, 'we look')
    globex.tracker.comment('incident', theirs.id, 'between us', true)
    await untilRecord('Acme has the comment', acme, ({ entries }) => entries.length === 1)
    await both.settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const run = (
    subject: TestScriptsRequest['subject'],
    scripts: { readonly outgoing?: string; readonly incoming?: string } = {},
  ): Promise<TestedScripts> =>
    both.globex.client.call('testScripts', {
      params: { connectionId: both.ids.globex },
      body: {
        table: 'incident',
        outgoing: script('outgoing'),
        incoming: script('incoming'),
        ...scripts,
        subject,
        at: AT,
      },
    })
  const draft = (direction: 'outgoing' | 'incoming', line: string) => ({
    [direction]: script(direction).replace(' }) => {', `, log, stop, nodeHelper }) => {\n  ${line}`),
  })

  test('what would be sent of a record: what differs from what the other side has, and who could read each comment', async () => {
    const tested = await run({ kind: 'record', key }, draft('outgoing', "replica.customKeys['site'] = 'Graz'"))
    expect(tested).toMatchObject({
      at: AT,
      lookups: [],
      steps: [],
      outcome: {
        kind: 'replica',
        record: { key },
        replica: { summary: 'Mail is down', status: 'New', customKeys: { site: 'Graz' } },
        changed: ['/customKeys/site'],
        comments: [{ body: 'we look', isInternal: false, isNew: false }],
        files: [],
        endsPair: false,
      },
    })
  })

  test('a record that is in no pair has everything to send', async () => {
    const { globex } = both
    const other = globex.tracker.records.create('incident', { short_description: 'Of nobody' })
    const { outcome } = await run({ kind: 'record', key: String(valueOf(other, 'number')) })
    expect(outcome).toMatchObject({ kind: 'replica', changed: null })
  })

  test('what would be written of a replica by hand: each field before and after, and what the rules do not read', async () => {
    const { outcome } = await run({ kind: 'replica', replica: REPLICA, key })
    expect(outcome).toMatchObject({
      kind: 'plan',
      record: { key },
      fields: [
        { name: 'short_description', before: 'Mail is down', after: 'By hand' },
        { name: 'impact', before: '3 - Low', after: '1 - High' },
      ],
      entries: [],
      ignored: ['/customKeys/site'],
      kept: [],
    })
    const made = await run({ kind: 'replica', replica: { ...REPLICA, status: 'New' } })
    expect(made.outcome).toMatchObject({ kind: 'plan', record: null })
  })

  test('what would go back: nothing where both sides say the same afterwards, and each value that the rules here make otherwise', async () => {
    const same = await run({ kind: 'replica', replica: REPLICA, key })
    expect(same.outcome).toMatchObject({ kind: 'plan', back: { kind: 'nothing' } })
    const coarse = draft('incoming', "entity.description = 'by our rules'")
    const { outcome } = await run({ kind: 'replica', replica: { ...REPLICA, description: 'theirs' }, key }, coarse)
    expect(outcome).toMatchObject({ kind: 'plan', back: { kind: 'nothing' } })
    // What the plan itself changes in what we send is settled by it; this is not.
    const more = draft('outgoing', "replica.customKeys['desk'] = 'Vienna'")
    expect((await run({ kind: 'replica', replica: REPLICA, key }, more)).outcome).toMatchObject({
      kind: 'plan',
      back: {
        kind: 'sends',
        changed: ['/customKeys/desk'],
        replica: { summary: 'By hand', customKeys: { desk: 'Vienna' } },
        theirs: REPLICA,
      },
    })
    const stops = await run({ kind: 'replica', replica: REPLICA, key }, draft('outgoing', "stop('not from here')"))
    expect(stops.outcome).toMatchObject({ back: { kind: 'stopped', reason: 'not from here' } })
    const throws = await run({ kind: 'replica', replica: REPLICA, key }, draft('outgoing', "throw new Error('no')"))
    expect(throws.outcome).toMatchObject({ kind: 'failed', fault: { direction: 'outgoing', code: 'script_threw' } })
    const made = await run({ kind: 'replica', replica: { ...REPLICA, status: 'New' } }, more)
    expect(made.outcome).toMatchObject({ record: null, back: { kind: 'nothing' } })
  })

  test('what the sync user may write, field by field, as the instance has last answered', async () => {
    const closed = draft('incoming', "entity.close_notes = 'x'")
    expect((await run({ kind: 'replica', replica: REPLICA, key }, closed)).outcome).toMatchObject({
      syncUser: { checkedAt: '2026-11-29T11:00:00.000Z', mayWriteRecord: true, closed: ['close_notes'] },
    })
    expect((await run({ kind: 'replica', replica: REPLICA, key })).outcome).toMatchObject({ syncUser: { closed: [] } })
  })

  test('a look-up is listed with its question and its answer, and what the script logs', async () => {
    const looking = "log('who is it', 1); entity.caller_id = nodeHelper.getUserByEmail('abel.tuter@example.com')"
    const tested = await run({ kind: 'replica', replica: REPLICA, key }, draft('incoming', looking))
    expect(tested.logs).toEqual(['who is it 1'])
    expect(tested.lookups).toEqual([
      { name: expect.any(String), request: expect.stringContaining('abel.tuter'), answer: expect.any(String) },
    ])
  })

  test('a script that fails says on which line', async () => {
    const { outcome } = await run({ kind: 'record', key }, draft('outgoing', "throw new Error('no')"))
    expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'script_threw', direction: 'outgoing', line: 4 } })
    const broken = await run({ kind: 'record', key }, { outgoing: 'export default' })
    expect(broken.outcome).toMatchObject({ kind: 'failed', fault: { direction: 'outgoing' } })
  })

  test('an internal entry that would leave as a public one fails here, and not at a customer', async () => {
    const widening = 'replica.comments = comments.all().map((each) => ({ ...each, internal: false }))'
    const outgoing = script('outgoing').replace('replica.comments = comments.visible()', widening)
    expect((await run({ kind: 'record', key }, { outgoing })).outcome).toMatchObject({
      kind: 'failed',
      fault: { code: 'journal_widened' },
    })
  })

  test('the message that waits in quarantine is tried with the rules that would let it go', async () => {
    const { acme, globex, ids } = both
    await publish(globex, ids.globex, draft('incoming', "if (replica.summary === 'held') throw new Error('no')"))
    acme.tracker.create('incident', { short_description: 'held' })
    const item = await eventually('it is held', async () => {
      const listed = await globex.client.call('listSyncItems', { params: { connectionId: ids.globex }, query: {} })
      return listed.items.find(({ status }) => status === 'held')
    })
    const subject = { kind: 'message', itemId: item.id } as const
    expect((await run(subject)).outcome).toMatchObject({
      kind: 'plan',
      record: null,
      fields: expect.arrayContaining([expect.objectContaining({ name: 'short_description', after: 'held' })]),
    })
    expect((await run(subject, draft('incoming', "stop('not ours')"))).outcome).toEqual({
      kind: 'stopped',
      reason: 'not ours',
    })
  })

  test('records are searched by number or by what they are about; the newest of the condition come with their words', async () => {
    const search = (words?: string) =>
      both.globex.client.call('checkTrigger', {
        params: { connectionId: both.ids.globex },
        body: { table: 'incident', query: '', ...(words !== undefined && { words }) },
      })
    expect(await search('mail IS')).toEqual({ matching: 1, newest: [key], texts: ['Mail is down'] })
    expect(await search(key)).toMatchObject({ newest: [key] })
    expect(await search('nobody wrote this')).toEqual({ matching: 0, newest: [], texts: [] })
    const { newest, texts } = await search()
    expect(texts).toHaveLength(newest.length)
    expect(texts[newest.indexOf(key)]).toBe('Mail is down')
  })

  test('a message that is kept is tried once more, and over all pairs; where none is kept that is said', async () => {
    const { acme, globex, ids } = both
    const received = (company: typeof globex, connectionId: string) =>
      company.client.call('listReceivedMessages', { params: { connectionId } })
    const { keptDays, messages } = await received(globex, ids.globex)
    expect(keptDays).toBe(7)
    const kept = messages.find(({ localKey, messageId }) => localKey === key && messageId !== null)
    if (!kept?.messageId) throw new Error('The first message is kept')
    const subject = { kind: 'message', itemId: kept.itemId, messageId: kept.messageId } as const
    const adds = draft('incoming', 'entity.correlation_display = `seen ${replica.summary}`')
    expect((await run(subject, adds)).outcome).toMatchObject({
      kind: 'plan',
      record: { key },
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'correlation_display', after: 'seen Mail is down' }),
      ]),
    })
    const gone = { ...subject, messageId: '5f0f4a52-3f1f-4b57-9f4e-2f4b0c1f4d11' }
    expect(await refusalOf(run(gone))).toMatchObject({ code: 'state_conflict' })
    const shadow = await globex.client.call('shadowScripts', {
      params: { connectionId: ids.globex },
      body: {
        table: 'incident',
        outgoing: script('outgoing'),
        incoming: script('incoming'),
        ...draft('incoming', "throw new Error('no more')"),
        itemIds: [kept.itemId],
      },
    })
    expect(shadow.pairs).toEqual([
      expect.objectContaining({
        messageId: kept.messageId,
        incoming: expect.objectContaining({ kind: 'fails', asToday: false }),
      }),
    ])
    expect(await received(acme, ids.acme)).toEqual({ keptDays: 0, messages: [] })
  })

  test('nothing is written, here or there, and a second run says the same, letter by letter', async () => {
    const { acme, globex } = both
    const all = async () =>
      JSON.stringify([
        acme.tracker.records.all(),
        globex.tracker.records.all(),
        globex.tracker.executed(),
        // Whoever watches the tracker renews that every two seconds, and each node its mark, whatever else happens.
        await textOfDatabase(globex, ['tracker_watch', 'restore_counter']),
      ])
    const { db } = globex.bridge.services.context.database
    await eventually('nothing of what happened before is under way', async () => {
      const unsealed = await db.selectFrom('audit_entry').select('id').where('seq', 'is', null).execute()
      const sending = await db.selectFrom('job').select('id').where('queue', '=', 'sync').execute()
      return unsealed.length + sending.length === 0 || undefined
    })
    // What versions have done is counted in memory, and written down by itself each ten seconds or when it is asked for.
    await globex.client.call('listRulesVersions', { params: { connectionId: both.ids.globex } })
    const before = await all()
    const subject = { kind: 'replica', replica: REPLICA, key } as const
    const [first, second] = [await run(subject), await run(subject)]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    await run({ kind: 'record', key })
    expect(await all()).toBe(before)
  })

  test('a record that is not there, and a pair in which nothing waits, are refused by name', async () => {
    expect(await refusalOf(run({ kind: 'record', key: 'INC404' }))).toMatchObject({ code: 'record_gone' })
    const { items } = await both.globex.client.call('listSyncItems', {
      params: { connectionId: both.ids.globex },
      query: {},
    })
    const still = items.find(({ status }) => status !== 'held')
    expect(await refusalOf(run({ kind: 'message', itemId: still?.id ?? '' }))).toMatchObject({ code: 'state_conflict' })
    const unknown = '5f0f4a52-3f1f-4b57-9f4e-2f4b0c1f4d11'
    expect(await refusalOf(run({ kind: 'message', itemId: unknown }))).toMatchObject({ code: 'sync_pair_unknown' })
  })
})
