/** New scripts run for the next pairs first, and then for all, or for none: by themselves, whoever dies meanwhile. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Canary } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, textOfDatabase, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const SECRET = 'the planted word'

describe.each(databaseKinds())('scripts that some pairs run first, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const params = () => ({ connectionId: both.ids.globex })
  const canary = async () => (await both.globex.client.call('readCanary', { params: params() })).canary
  const configuration = () => both.globex.client.call('readSyncConfiguration', { params: params() })
  const begin = async (line: string, more: { readonly pairs?: number; readonly failures?: number } = {}) => {
    const { table, outgoing, incoming } = await configuration()
    const changed = script('incoming').replace(' }) => {', ` }) => {\n  ${line}`)
    const basedOn = { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 }
    const body = {
      table,
      outgoing: outgoing?.source ?? '',
      incoming: changed,
      basedOn,
      actor: 'ada',
      pairs: 3,
      failures: 2,
      ...more,
    }
    return both.globex.client.call('beginCanary', { params: params(), body })
  }
  const end = (decision: 'publish' | 'giveUp') =>
    both.globex.client.call('endCanary', { params: params(), body: { decision, actor: 'grace' } })
  let last: Canary | null = null
  const until = (state: Canary['state'], outcomes?: readonly string[]) =>
    eventually(
      `the canary is ${state}`,
      async () => {
        const now = (last = await canary())
        const are = now?.pairs.map(({ outcome }) => outcome).toSorted()
        return now?.state === state && (!outcomes || JSON.stringify(are) === JSON.stringify(outcomes)) ? now : undefined
      },
      { withinMs: 60_000, describe: () => JSON.stringify(last) },
    )
  const send = async (summary: string) => both.acme.tracker.create('incident', { short_description: summary })
  const there = (summary: string) =>
    untilRecord(`${summary} is there`, both.globex, (record) => valueOf(record, 'short_description') === summary)
  const notes = (record: Awaited<ReturnType<typeof there>>) => String(valueOf(record, 'close_notes'))
  const audited = async () => {
    const { entries } = await both.globex.client.call('readAuditTrail', { params: params() })
    return entries.map(({ action, actor }) => `${action} ${actor}`)
  }
  afterEach(async () => {
    if ((await canary())?.state === 'running') await end('giveUp')
    // What one leaves behind would be one of the pairs of the next.
    await both.settled()
  })

  test('three distinct pairs run by them, the fourth by those of before; without a failure they count for all', async () => {
    const first = await begin("entity.close_notes = 'new'")
    expect(first.canary).toMatchObject({
      state: 'running',
      pairs: [],
      versions: [{ direction: 'incoming', version: 2, before: 1 }],
    })
    const one = await send('one')
    await there('one')
    await both.settled()
    both.acme.tracker.update('incident', one.id, { description: 'again' })
    await eventually(
      'the same pair has run twice',
      async () => valueOf(await there('one'), 'description') === 'again' || undefined,
    )
    await both.settled()
    expect((await canary())?.pairs).toMatchObject([{ outcome: 'passed' }])
    expect((await configuration()).incoming?.version).toBe(1)
    // A published script would make them those of nobody.
    await expect(
      publish(both.globex, both.ids.globex, { incoming: `${script('incoming')}// x` }),
    ).rejects.toMatchObject({
      problem: { code: 'state_conflict' },
    })
    await expect(begin("entity.close_notes = 'other'")).rejects.toMatchObject({ problem: { code: 'state_conflict' } })
    await send('two')
    await send('three')
    await until('promoted', ['passed', 'passed', 'passed'])
    expect((await configuration()).incoming).toMatchObject({ version: 2, publishedBy: 'ada' })
    await send('four')
    expect(['new', 'new', 'new', 'new']).toEqual(
      await Promise.all(['one', 'two', 'three', 'four'].map(async (each) => notes(await there(each)))),
    )
    expect(await audited()).toEqual(expect.arrayContaining(['sync.canaryBegan ada', 'sync.canaryPromoted accord']))
  })

  test('a pair beyond the places runs by the scripts of before', async () => {
    await begin("entity.close_notes = 'tried'", { pairs: 1 })
    // One that fails keeps it from counting for all.
    await end('giveUp')
    await begin(
      `if (replica.summary === 'breaks') throw new Error(replica.description)\n  entity.close_notes = 'tried'`,
      {
        pairs: 1,
      },
    )
    both.acme.tracker.create('incident', { short_description: 'breaks', description: SECRET })
    await until('running', ['failed'])
    await send('beyond')
    expect(notes(await there('beyond'))).toBe('new')
    expect((await canary())?.pairs).toMatchObject([
      { outcome: 'failed', code: 'script_threw', line: 4, message: expect.stringContaining(SECRET) },
    ])
    expect(await textOfDatabase(both.globex)).not.toContain(SECRET)
    await end('giveUp')
    expect(notes(await there('breaks'))).toBe('new')
  })

  test('with new failures they are given up, and say which pairs and why; what fails anyway is none of theirs', async () => {
    await both.settled()
    // By the published ones a word without a line fails; the same by those that are tried.
    const refusing = script('incoming')
      .replace("'On Hold': 'On Hold', ", '')
      .replace(' }) => {', " }) => {\n  entity.close_notes = 'new'")
    await publish(both.globex, both.ids.globex, { incoming: refusing })
    const { table, outgoing, incoming } = await configuration()
    const body = {
      table,
      outgoing: outgoing?.source ?? '',
      actor: 'ada',
      pairs: 5,
      failures: 2,
      incoming: refusing.replace(
        ' }) => {',
        " }) => {\n  if (/^no/.test(replica.summary ?? '')) throw new Error('no')",
      ),
      basedOn: { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 },
    }
    await both.globex.client.call('beginCanary', { params: params(), body })
    both.acme.tracker.create('incident', { short_description: 'waits', state: '3' })
    await until('running', ['as_before'])
    await send('no 1')
    await until('running', ['as_before', 'failed'])
    await send('no 2')
    const ended = await until('fell_back')
    expect(ended.pairs.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
      { code: 'script_threw' },
      { code: 'script_threw' },
    ])
    expect(ended.endedBy).toBeNull()
    expect((await configuration()).incoming?.version).toBe(incoming?.version ?? 0)
    for (const each of ['no 1', 'no 2']) expect(notes(await there(each))).toBe('new')
    expect(await audited()).toEqual(expect.arrayContaining(['sync.canaryFellBack accord']))
    // Its number is nobody else's.
    await publish(both.globex, both.ids.globex, {
      incoming: script('incoming').replace(' }) => {', " }) => {\n  entity.close_notes = 'new'"),
    })
    expect((await configuration()).incoming?.version).toBe((incoming?.version ?? 0) + 2)
    await there('waits')
  })

  test('a node that stops in between goes on, also where it died between the end and what its pairs do then', async () => {
    await begin("entity.close_notes = 'restarted'", { pairs: 2 })
    await send('five')
    await until('running', ['passed'])
    await both.globex.restart()
    await send('six')
    await until('promoted')
    expect(notes(await there('five'))).toBe('restarted')
    await begin("if (replica.summary === 'seven') throw new Error('no')", { pairs: 2, failures: 2 })
    await send('seven')
    await until('running', ['failed'])
    const { db } = both.globex.bridge.services.context.database
    const died = { state: 'fell_back', running_key: null, is_settled: 0 }
    await db.updateTable('rules_canary').set(died).where('running_key', 'is not', null).execute()
    await both.globex.restart()
    await there('seven')
  })

  test('what was tried counts, and ends the draft that says no more than that; a condition beside it stays', async () => {
    for (const [line, query] of [
      ["entity.close_notes = 'with a condition'", 'priority=1'],
      ["entity.close_notes = 'with nothing else'", undefined],
    ] as const) {
      const { table, outgoing, incoming: counting, trigger, draft } = await configuration()
      const { isActive, history } = trigger ?? { isActive: true, history: 'visible' as const }
      const incoming = script('incoming').replace(' }) => {', ` }) => {\n  ${line}`)
      const body = {
        table,
        outgoing: outgoing?.source ?? '',
        incoming,
        trigger: { query: query ?? trigger?.query ?? '', isActive, history },
        mayWiden: false,
        basedOn: { outgoing: outgoing?.version ?? 0, incoming: counting?.version ?? 0 },
        actor: 'ada',
        follows: draft?.revision ?? null,
      }
      await both.globex.client.call('saveSyncDraft', { params: params(), body })
      await begin(line)
      await end('publish')
      expect((await configuration()).draft?.trigger.query).toBe(query)
    }
  })

  test('nobody tries what was never published, what is published already, or what does not compile', async () => {
    await expect(begin('')).resolves.toMatchObject({ canary: { state: 'running' } })
    await end('giveUp')
    const { table, outgoing, incoming } = await configuration()
    const basedOn = { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 }
    const body = { table, outgoing: outgoing?.source ?? '', incoming: incoming?.source ?? '', basedOn, actor: 'ada' }
    const call = (changes: object) =>
      both.globex.client.call('beginCanary', { params: params(), body: { ...body, ...changes } })
    expect(await refusalOf(call({}))).toMatchObject({ code: 'state_conflict' })
    expect(await refusalOf(call({ basedOn: { ...basedOn, incoming: 1 } }))).toMatchObject({ code: 'state_conflict' })
    expect((await call({ incoming: 'const = 1' })).faults).toHaveLength(1)
    expect(await refusalOf(end('publish'))).toMatchObject({ code: 'state_conflict' })
  })
})
