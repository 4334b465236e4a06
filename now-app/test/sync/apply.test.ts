import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Row } from '../../../instance-simulator/src/contracts.ts'
import { TABLES } from '../../src/server/names.ts'
import { SYNC_USER } from '../../src/server/sync/names.ts'
import { INCIDENT_ACCESS, planOf, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance

beforeAll(async () => {
  sync = await syncInstance()
}, 300_000)
afterAll(() => sync.close())
beforeEach(() => sync.allow('incident', INCIDENT_ACCESS))

const rowOf = async (id: string): Promise<Row | undefined> =>
  (await sync.instance.stored('incident')).find((row) => row['sys_id'] === id)
const entriesOf = async (id: string) =>
  (await sync.instance.stored('sys_journal_field')).filter((row) => row['element_id'] === id)
const textsOf = async (id: string) => (await entriesOf(id)).map((row) => row['value'])

describe('a plan', () => {
  test('writes fields as the sync user, and the rules of the instance derive what they derive', async () => {
    const id = await sync.incident({ urgency: '3', impact: '1' })
    const plan = planOf({ record: id, version: 0, fields: { short_description: 'From them', urgency: 1, state: '2' } })
    const outcome = await sync.outcomeOf(plan)
    expect(outcome).toMatchObject({ outcome: 'applied', table: 'incident', id, version: 1, written: [] })
    expect(outcome.record?.fields['priority']).toMatchObject({ value: '1' })
    expect(await rowOf(id)).toMatchObject({
      short_description: 'From them', state: '2', priority: '1', sys_updated_by: SYNC_USER.userName,
    }) // prettier-ignore
  })

  test('makes a record once, with an id that follows from the pair, also when it is sent again with another plan', async () => {
    const pair = randomUUID()
    const first = await sync.outcomeOf(planOf({ pair, fields: { short_description: 'Made' } }))
    const second = await sync.outcomeOf(planOf({ pair, fields: { short_description: 'Made again' } }))
    expect([first.outcome, second.outcome, second.id]).toEqual(['applied', 'applied', first.id])
    const made = (await sync.instance.stored('incident')).filter((row) => row['short_description']?.startsWith('Made'))
    expect(made).toMatchObject([{ sys_id: first.id, short_description: 'Made', sys_created_by: SYNC_USER.userName }])
    expect(first.record?.key).toMatch(/^INC\d+$/)
  })

  test('sent twice, before and after it is applied, is applied once', async () => {
    const id = await sync.incident()
    const plan = planOf({ record: id, version: 0, entries: [{ key: 'k', journal: 'comments', body: 'Once' }] })
    expect(await sync.apply(plan, plan)).toEqual([
      { plan: plan.id, state: 'waiting' },
      { plan: plan.id, state: 'waiting' },
    ])
    await sync.settled()
    expect(await sync.apply(plan)).toEqual([{ plan: plan.id, state: 'finished' }])
    await sync.settled()
    expect(await textsOf(id)).toEqual(['Once'])
  })

  test('its outcome stays until the node has it, and its values go as soon as they are written', async () => {
    const id = await sync.incident()
    const plan = planOf({ record: id, version: 0, fields: { description: 'a value of theirs' } })
    await sync.outcomeOf(plan)
    const stored = JSON.stringify(await sync.instance.stored(TABLES.writePlan))
    expect(stored).not.toContain('a value of theirs')
    await sync.pull({ forgetPlans: [plan.id] })
    expect((await sync.pull()).plans.some((each) => each.plan === plan.id)).toBe(false)
  })

  test('twenty plans for twenty records in one call are all applied', async () => {
    const ids: string[] = []
    for (let at = 0; at < 20; at += 1) ids.push(await sync.incident())
    const plans = ids.map((id, at) => planOf({ record: id, version: 0, fields: { description: `number ${at}` } }))
    await sync.apply(...plans)
    await sync.settled()
    const rows = await sync.instance.stored('incident')
    const written = ids.map((id) => rows.find((row) => row['sys_id'] === id)?.['description'])
    expect(written).toEqual(plans.map(({ fields }) => fields['description']))
    await sync.pull({ forgetPlans: plans.map(({ id }) => id) })
  }, 60_000)

  test('for a record that somebody else has changed writes nothing', async () => {
    const id = await sync.incident()
    await sync.change(id, { description: 'by a person' })
    const outcome = await sync.outcomeOf(planOf({ record: id, version: 0, fields: { description: 'by us' } }))
    expect(outcome).toMatchObject({ outcome: 'refused', finding: { code: 'version_contended' } })
    expect((await rowOf(id))?.['description']).toBe('by a person')
  })

  test('for a record that is gone says so', async () => {
    const id = await sync.incident()
    await sync.instance.mutate('delete', 'incident', id, {})
    const outcome = await sync.outcomeOf(planOf({ record: id, version: 0, fields: { description: 'x' } }))
    expect(outcome.finding?.code).toBe('record_gone')
  })
})

describe('entries of journals', () => {
  const entry = (key: string, body = key) => ({ key, journal: 'comments', body, origin: `origin of ${key}` })

  test('each is an entry of its own, in order, once, and tells later whose it was', async () => {
    const id = await sync.incident()
    const pair = randomUUID()
    const first = planOf({ pair, record: id, version: 0, entries: [entry('a'), entry('b'), entry('c')] })
    expect((await sync.outcomeOf(first)).written).toEqual(['a', 'b', 'c'])
    const version = Number((await rowOf(id))?.['sys_mod_count'])
    const outcome = await sync.outcomeOf(planOf({ pair, record: id, version, entries: [entry('b'), entry('d')] }))
    expect(outcome.written).toEqual(['b', 'd'])
    expect(await textsOf(id)).toEqual(['a', 'b', 'c', 'd'])
    const known = outcome.record?.entries.map(({ key = '', origin }) => ({ key, origin })) ?? []
    expect(known.toSorted((left, right) => left.key.localeCompare(right.key))).toEqual(
      ['a', 'b', 'c', 'd'].map((key) => ({ key, origin: `origin of ${key}` })),
    )
    const written = (await sync.instance.stored('sys_journal_field')).filter((row) => row['element_id'] === id)
    expect(written.map((row) => row['sys_created_by'])).toEqual(Array(4).fill(SYNC_USER.userName))
  })

  test('that would be taken for an order to empty the journal stand in quotation marks, once', async () => {
    const id = await sync.incident()
    const plan = planOf({ record: id, version: 0, entries: [{ key: 'null', journal: 'comments', body: 'NULL' }] })
    expect(await sync.outcomeOf(plan)).toMatchObject({ outcome: 'applied', written: ['null'] })
    expect(await textsOf(id)).toEqual(['"NULL"'])
  })

  test('come with the record that is made', async () => {
    const outcome = await sync.outcomeOf(
      planOf({ fields: { short_description: 'New' }, entries: [entry('e'), entry('f')] }),
    )
    expect(await textsOf(outcome.id)).toEqual(['e', 'f'])
  })

  test.each([
    ['was written', true],
    ['was not written', false],
  ])('one that a run which died had intended, and that %s, is there once', async (_what, wasWritten) => {
    const id = await sync.incident()
    const pair = randomUUID()
    await sync.outcomeOf(planOf({ pair, record: id, version: 0, entries: [entry('k', 'Same text')] }))
    const [effect] = (await sync.instance.stored(TABLES.effect)).filter((row) => row['pair_id'] === pair)
    await sync.instance.mutate('update', TABLES.effect, effect?.['sys_id'], { state: 'intended', target: '' })
    const [written] = await entriesOf(id)
    if (!wasWritten) await sync.instance.mutate('delete', 'sys_journal_field', written?.['sys_id'], {})
    const version = Number((await rowOf(id))?.['sys_mod_count'])
    await sync.outcomeOf(planOf({ pair, record: id, version, entries: [entry('k', 'Same text')] }))
    expect(await textsOf(id)).toEqual(['Same text'])
  })

  test('the same text from two entries is two entries', async () => {
    const id = await sync.incident()
    await sync.outcomeOf(planOf({ record: id, version: 0, entries: [entry('1', 'Thanks'), entry('2', 'Thanks')] }))
    expect(await textsOf(id)).toEqual(['Thanks', 'Thanks'])
    const targets = (await sync.instance.stored(TABLES.effect))
      .filter((row) => row['record'] === id)
      .map((row) => row['target'])
    expect(new Set(targets).size).toBe(2)
  })
})

describe('what is refused by name, with nothing written', () => {
  const refusal = async (
    fields: Record<string, string | number>,
    entries: { key: string; journal: string; body: string }[] = [],
  ) => {
    const id = await sync.incident({ description: 'before' })
    const outcome = await sync.outcomeOf(
      planOf({ record: id, version: 0, fields: { description: 'after', ...fields }, entries }),
    )
    expect((await rowOf(id))?.['description']).toBe('before')
    expect(await textsOf(id)).toEqual([])
    return outcome.finding
  }

  test('a field, a journal, a table and a deed that sync access does not allow', async () => {
    expect(await refusal({ correlation_id: 'x' })).toMatchObject({ code: 'access_missing', names: ['correlation_id'] })
    expect(await refusal({ work_notes: 'x' })).toMatchObject({ code: 'access_missing', names: ['work_notes'] })
    expect(await refusal({ no_such_field: 'x' })).toMatchObject({ code: 'access_missing', names: ['no_such_field'] })
    const entry = { key: 'k', journal: 'work_notes', body: 'x' }
    expect(await refusal({}, [entry])).toMatchObject({ code: 'access_missing', names: ['work_notes'] })
    await sync.allow('incident', {
      ...INCIDENT_ACCESS,
      write_fields: 'description,sys_created_by',
      may_create: 'false',
    })
    expect(await refusal({ sys_created_by: 'x' })).toMatchObject({ code: 'access_missing' })
    const made = await sync.outcomeOf(planOf({ fields: { description: 'x' } }))
    expect(made.finding).toMatchObject({ code: 'access_missing', names: ['incident'] })
    const problem = await sync.outcomeOf(planOf({ table: 'problem', fields: { description: 'x' } }))
    expect(problem.finding).toMatchObject({ code: 'access_missing', names: ['problem'] })
  })

  test.each(['sys_user', 'sys_user_has_role', 'sys_properties', TABLES.syncAccess])(
    'any write to %s, even with an entry',
    async (table) => {
      await sync.allow(table, { may_create: 'true', write_fields: 'name,value,user,role,table_name,write_fields' })
      const outcome = await sync.outcomeOf(planOf({ table, fields: { name: 'x' } }))
      expect(outcome.finding?.code).toBe('access_missing')
    },
  )

  test('a value that is no choice, with those that there are', async () => {
    expect(await refusal({ state: '99' })).toMatchObject({
      code: 'choice_unknown', names: ['state'], choices: expect.arrayContaining(['1', '2', '6']) as unknown,
    }) // prettier-ignore
  })

  test('a text that would empty its field', async () => {
    expect(await refusal({ description: 'NULL', short_description: 'NULL or not' })).toMatchObject({
      code: 'refused_by_instance',
      cause: 'rule',
      names: ['description'],
    })
  })

  test('a reference that points at nothing', async () => {
    expect(await refusal({ caller_id: '0'.repeat(32) })).toMatchObject({
      code: 'refused_by_instance',
      cause: 'reference',
      names: ['caller_id'],
    })
  })

  test('a rule of the instance, in its own words', async () => {
    const plan = planOf({ record: await sync.incident(), version: 0, fields: { description: 'x' } })
    const freeze = { kind: 'abortingRule', table: 'incident', message: 'Change freeze until Monday' } as const
    const outcome = await sync.under(freeze, () => sync.outcomeOf(plan))
    expect(outcome.finding).toMatchObject({
      code: 'refused_by_instance',
      cause: 'rule',
      detail: 'Change freeze until Monday',
    })
  })

  test('an ACL that the sync user does not pass, by its field', async () => {
    const closed = { kind: 'aclDeny', table: 'incident', operation: 'write', field: 'description' } as const
    const finding = await sync.under(closed, () => refusal({}))
    expect(finding).toMatchObject({ code: 'refused_by_instance', cause: 'acl', names: ['description'] })
  })

  test('an ACL that asks for another right of a new record than the one to make it', async () => {
    const closed = { kind: 'aclDeny', table: 'incident', operation: 'write', field: 'description' } as const
    const plan = planOf({ fields: { short_description: 'Never made', description: 'would be emptied' } })
    const { finding } = await sync.under(closed, () => sync.outcomeOf(plan))
    expect(finding).toMatchObject({ code: 'refused_by_instance', cause: 'acl', names: ['description'] })
    expect((await sync.instance.stored('incident')).some((row) => row['short_description'] === 'Never made')).toBe(
      false,
    )
  })

  test('an ACL that closes a field by what another one becomes', async () => {
    const acl = await sync.instance.mutate('insert', 'sys_security_acl', undefined, {
      name: 'incident.description', operation: 'write', type: 'record', active: 'true', condition: 'state!=6',
    }) // prettier-ignore
    const finding = await refusal({ state: '6', close_notes: 'x' })
    await sync.instance.mutate('delete', 'sys_security_acl', acl['sys_id'], {})
    expect(finding).toMatchObject({ code: 'refused_by_instance', cause: 'acl', names: ['description'] })
  })

  test('a data policy, in its own words', async () => {
    const policy = await sync.instance.mutate('insert', 'sys_data_policy2', undefined, {
      model_table: 'incident', active: 'true', conditions: 'state=7', short_description: 'Closing needs notes',
    }) // prettier-ignore
    await sync.instance.mutate('insert', 'sys_data_policy_rule', undefined, {
      sys_data_policy: policy['sys_id'] ?? '', table: 'incident', field: 'close_notes', mandatory: 'true',
    }) // prettier-ignore
    const finding = await refusal({ state: '7' })
    await sync.instance.mutate('delete', 'sys_data_policy2', policy['sys_id'], {})
    expect(finding).toMatchObject({ code: 'refused_by_instance', cause: 'data_policy' })
    expect(finding?.detail).toContain('Close notes')
  })

  test.each([
    ['a version without a record', { version: 3 }],
    ['a record without a version', { record: '0'.repeat(32) }],
    ['a field that is no name', { fields: { 'a.b': 'x' } }],
    ['a value that is a list', { fields: { description: ['x'] } }],
  ])('%s is malformed', async (_what, wrong) => {
    const answer = await sync.send('apply', { plans: [{ ...planOf({}), ...wrong }] })
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
  })
})

describe('the sync user', () => {
  const active = (value: string) => sync.instance.mutate('update', 'sys_user', SYNC_USER.sysId, { active: value })

  test('who is away lets plans wait: none is taken, and none is written as the system', async () => {
    const id = await sync.incident()
    const waiting = planOf({ record: id, version: 0, fields: { description: 'waits' } })
    sync.instance.simulator.timing.set({ paused: true })
    await sync.apply(waiting)
    await active('false')
    sync.instance.simulator.timing.set({ paused: false })
    await sync.settled()
    expect((await rowOf(id))?.['description']).toBe('')
    const answer = await sync.send('apply', { plans: [planOf({ fields: {} })] })
    expect([answer.status, answer.result?.['code']]).toEqual([409, 'sync_user_missing'])
    expect((await sync.pull()).waiting).toBe(1)

    await active('true')
    await sync.pull()
    await sync.settled()
    expect((await rowOf(id))?.['description']).toBe('waits')
  })

  test('a plan whose run died is taken up again after a minute, and not before', async () => {
    const id = await sync.incident()
    const { timing, clock } = sync.instance.simulator
    timing.set({ paused: true })
    const plan = planOf({ record: id, version: 0, fields: { description: 'late' } })
    await sync.apply(plan)
    const [row] = (await sync.instance.stored(TABLES.writePlan)).filter((each) => each['plan_id'] === plan.id)
    await sync.instance.mutate('insert', TABLES.effect, undefined, {
      effect_key: `run ${row?.['partition']} ${id}`,
      kind: 'run',
    })
    timing.set({ paused: false })
    await sync.settled()
    expect((await rowOf(id))?.['description']).toBe('')
    clock.advance(61_000)
    await sync.pull()
    await sync.settled()
    clock.advance(-61_000)
    expect((await rowOf(id))?.['description']).toBe('late')
  })

  test('a plan that cannot even be read ends as broken, and the next one of its partition has its turn', async () => {
    const id = await sync.incident()
    const { timing } = sync.instance.simulator
    timing.set({ paused: true })
    const broken = planOf({ record: id, version: 0, fields: { description: 'x' } })
    const good = planOf({ record: id, version: 0, fields: { description: 'after it' } })
    await sync.apply(broken, good)
    const [row] = (await sync.instance.stored(TABLES.writePlan)).filter((each) => each['plan_id'] === broken.id)
    await sync.instance.mutate('update', TABLES.writePlan, row?.['sys_id'], { plan: row?.['plan']?.slice(0, 40) ?? '' })
    timing.set({ paused: false })
    await sync.settled()
    const { plans } = await sync.pull()
    expect(plans.find((each) => each.plan === broken.id)).toMatchObject({
      outcome: 'refused',
      finding: { code: 'internal' },
    })
    expect((await rowOf(id))?.['description']).toBe('after it')
    await sync.pull({ forgetPlans: plans.map(({ plan }) => plan) })
  })

  test('eight runs of every job at once write each entry once', async () => {
    const id = await sync.incident()
    const { timing, engine } = sync.instance.simulator
    timing.set({ paused: true })
    const entries = Array.from({ length: 5 }, (_, at) => ({ key: `k${at}`, journal: 'comments', body: `Entry ${at}` }))
    await sync.apply(planOf({ record: id, version: 0, entries }))
    const jobs = (await sync.instance.stored('sysauto_script')).filter((row) =>
      row['name']?.startsWith('Accord: apply'),
    )
    timing.set({ paused: false })
    const runs = jobs.flatMap((job) => Array.from({ length: 8 }, () => engine.runScheduledJob(job['sys_id'] ?? '')))
    await Promise.all(runs)
    await sync.settled()
    expect(await textsOf(id)).toEqual(entries.map(({ body }) => body))
  }, 60_000)

  test('two plans of one record are never written beside each other: what both bring stands there once', async () => {
    const { timing, engine } = sync.instance.simulator
    const jobs = (await sync.instance.stored('sysauto_script')).filter((row) =>
      row['name']?.startsWith('Accord: apply'),
    )
    for (let round = 0; round < 6; round += 1) {
      const id = await sync.incident()
      timing.set({ paused: true })
      // As a node that has lost its memory of the first one gives the second.
      const entries = Array.from({ length: 3 }, (_, at) => ({
        key: `k${round}-${at}`,
        journal: 'comments',
        body: `Entry ${at}`,
      }))
      const first = planOf({ record: id, version: 0, entries })
      await sync.apply(first, planOf({ pair: first.pair, record: id, version: 0, entries }))
      timing.set({ paused: false })
      const runs = jobs.flatMap((job) => Array.from({ length: 4 }, () => engine.runScheduledJob(job['sys_id'] ?? '')))
      await Promise.all(runs)
      await sync.pull()
      await sync.settled()
      expect(await textsOf(id)).toEqual(entries.map(({ body }) => body))
    }
  }, 120_000)
})
