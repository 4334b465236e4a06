/** What is written and not published is kept on the node for all who write, and runs nowhere. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SaveSyncDraftRequest } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const NOTHING_YET = { outgoing: 0, incoming: 0 }

describe.each(databaseKinds())('the draft of scripts on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const params = () => ({ connectionId: both.ids.acme })
  const read = (template?: 'problem') =>
    both.acme.client.call('readSyncConfiguration', { params: params(), ...(template && { query: { template } }) })
  const save = async (changes: Partial<SaveSyncDraftRequest>) => {
    const { table, template, trigger, draft } = await read()
    const { query, isActive, history, notes } = trigger ?? {
      query: template.query,
      isActive: true,
      history: 'visible',
      notes: '',
    }
    const { outgoing, incoming } = draft ?? template
    const rest = { table, outgoing, incoming, trigger: { query, isActive, history, notes }, mayWiden: false }
    const body = { ...rest, basedOn: NOTHING_YET, follows: draft?.revision ?? null, actor: 'ada', ...changes }
    return (await both.acme.client.call('saveSyncDraft', { params: params(), body })).draft
  }

  test('what is typed is there for whoever opens the page next, on this node and after a restart', async () => {
    const saved = await save({
      outgoing: '// half a line: const =',
      trigger: { query: 'active=true ', isActive: false, history: 'none', notes: 'Agreed with Globex ' },
    })
    await both.acme.restart()
    const { draft } = await read()
    expect(draft).toEqual(saved)
    expect(draft).toMatchObject({
      outgoing: '// half a line: const =',
      trigger: { query: 'active=true ', isActive: false, history: 'none', notes: 'Agreed with Globex ' },
      author: 'ada',
    })
  })

  test('a save over what somebody else has written since is refused by name; the same text is saved already', async () => {
    const first = await save({ incoming: '// of ada' })
    const second = await save({ incoming: '// of bob', actor: 'bob' })
    const late = { incoming: '// of ada, later', follows: first?.revision ?? null }
    expect(await refusalOf(save(late))).toMatchObject({
      code: 'draft_changed',
      detail: expect.stringContaining('bob'),
      facts: { author: 'bob', changedAt: second?.changedAt },
    })
    expect(await save({ incoming: '// of bob', follows: null })).toEqual(second)
    const kept = await save({ ...late, follows: second?.revision ?? null })
    expect(kept).toMatchObject({ incoming: '// of ada, later', author: 'ada' })
  })

  test('of twenty saves of the same revision one is kept', async () => {
    const follows = (await save({ outgoing: '// before the race' }))?.revision ?? null
    const race = Array.from({ length: 20 }, (_, at) =>
      save({ outgoing: `// racer ${at}`, follows, actor: `racer${at}` }),
    )
    const settled = await Promise.allSettled(race)
    const kept = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(kept).toHaveLength(1)
    expect((await read()).draft).toEqual(kept[0])
  })

  test('since when somebody writes counts from the first change, until another goes on', async () => {
    const [first, second, third] = [
      await save({ outgoing: '// 1', actor: 'eve' }),
      await save({ outgoing: '// 2', actor: 'eve' }),
      await save({ outgoing: '// 3', actor: 'bob' }),
    ]
    expect(second?.startedAt).toBe(first?.startedAt)
    expect(Date.parse(third?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(second?.changedAt ?? ''))
  })

  test('a text longer than a script may be, a table that is not synced here, a connection that is none: refused, and nothing changes', async () => {
    const { draft } = await read()
    const refusals = [
      await refusalOf(save({ outgoing: 'x'.repeat(1_048_576) })),
      await refusalOf(save({ outgoing: 'x'.repeat(70_000) })),
      await refusalOf(save({ table: 'sys_user' })),
      await refusalOf(save({ outgoing: '// over what nobody has', follows: randomUUID() })),
    ]
    expect(refusals.map(({ code }) => code)).toEqual([
      'payload_too_large',
      'malformed',
      'state_conflict',
      'draft_changed',
    ])
    expect((await read()).draft).toEqual(draft)
  })

  test('drafts of two templates are kept apart; who names none is shown the one that was changed last', async () => {
    const trigger = { query: '', isActive: true, history: 'visible', notes: '' } as const
    const ofProblem = await save({ table: 'problem', outgoing: '// problem', trigger, follows: null })
    expect(await read()).toMatchObject({ table: 'problem', draft: ofProblem })
    const { template } = await read('problem')
    const same = { table: 'problem', outgoing: template.outgoing, incoming: template.incoming }
    const begun = { query: template.query, isActive: true, history: 'visible', notes: '' } as const
    expect(await save({ ...same, trigger: begun })).toBeNull()
    expect(await read()).toMatchObject({ table: 'incident', draft: { outgoing: '// 3' } })
  })

  test('a draft runs nowhere: what counts goes on, and publishing ends the draft that it is, and no newer one', async () => {
    await configureSync(both.globex, both.ids.globex)
    await configureSync(both.acme, both.ids.acme)
    const stops = "import { outgoing } from 'accord'\nexport default outgoing('incident', ({ stop }) => stop('draft'))"
    const mine = await save({ outgoing: stops })
    both.acme.tracker.create('incident', { short_description: 'by what is published' })
    await untilRecord(
      'it came through',
      both.globex,
      (each) => valueOf(each, 'short_description') === 'by what is published',
    )
    const newer = await save({ outgoing: `${stops}\n// goes on`, actor: 'bob' })
    await publish(both.acme, both.ids.acme, {
      outgoing: `${script('outgoing')}\n// one`,
      draft: mine?.revision ?? null,
    })
    expect((await read()).draft).toEqual(newer)
    await publish(both.acme, both.ids.acme, {
      outgoing: `${script('outgoing')}\n// two`,
      draft: newer?.revision ?? null,
    })
    expect((await read()).draft).toBeNull()
  })

  test('publishing what the draft says ends it, although the page did not know of it yet', async () => {
    const { incoming } = await read()
    const outgoing = `${script('outgoing')}\n// three`
    await save({ outgoing, incoming: incoming?.source ?? '' })
    expect((await read()).draft).toMatchObject({ outgoing })
    await publish(both.acme, both.ids.acme, { outgoing, draft: null })
    expect((await read()).draft).toBeNull()
  })
})
