import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'
import { missingAccess, SYNC_TEMPLATES } from '@accord/shared/sync'

import { eventually } from '../faults/company/eventually.ts'
import { databaseKinds } from '../databases.ts'
import { INCIDENT_TABLE } from '../trackers/memory/company-tables.ts'
import { accept, initiate, refusalOf, untilState } from './company.ts'
import {
  publish,
  startSyncCompany,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  untilSettled,
  valueOf,
} from './sync-company.ts'

test('the template runs on the fields that its access opens, and asks for no other', () => {
  const [access] = SYNC_TEMPLATES.incident.access
  expect(access.readFields.toSorted()).toEqual(Object.keys(INCIDENT_TABLE.draft).toSorted())
  for (const name of SYNC_TEMPLATES.incident.writes)
    expect([...access.writeFields, ...access.writeJournals]).toContain(name)
  for (const name of SYNC_TEMPLATES.incident.sends)
    expect([...access.readFields, ...access.readJournals]).toContain(name)
})

test('what is missing of an access is named by table, field and right', () => {
  const needed = SYNC_TEMPLATES.incident.access
  expect(missingAccess(needed, [])).toEqual(needed)
  expect(missingAccess(needed, needed)).toEqual([])
  const [incident, ...people] = needed
  const given = [{ ...incident, writeFields: ['state'], readJournals: [] }, ...people]
  expect(missingAccess(needed, given)).toEqual([
    {
      table: 'incident',
      mayCreate: false,
      readFiles: false,
      writeFiles: false,
      readFields: [],
      writeFields: incident.writeFields.filter((name) => name !== 'state'),
      readJournals: ['comments'],
      writeJournals: [],
    },
  ])
})

/** Scripts are compiled in threads that start for it: a busy machine takes its time. */
const STARTING_MS = 120_000
const SECRET = 'zanzibar-quartz'

describe.each(databaseKinds())('what the pages ask of sync on $name', (kind) => {
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }

  beforeAll(async () => {
    await kind.start()
    const tables = { incident: INCIDENT_TABLE }
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startSyncCompany('Acme', first.databaseUrl, {}, tables),
      startSyncCompany('Globex', second.databaseUrl, {}, tables),
    ])
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    ids = { acme: connection.id, globex: accepted.id }
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const configurationOf = (company: SyncCompany, connectionId: string) =>
    company.client.call('readSyncConfiguration', { params: { connectionId } })
  const itemsOf = async (company: SyncCompany, connectionId: string, query: Record<string, string> = {}) =>
    company.client.call('listSyncItems', { params: { connectionId }, query })
  const queueOf = (company: SyncCompany, query: Record<string, string> = {}) =>
    company.client.call('readSyncQueue', { query })
  const untilItem = (what: string, company: SyncCompany, connectionId: string, fits: (item: SyncItem) => boolean) =>
    eventually(what, async () => (await itemsOf(company, connectionId)).items.find(fits))
  const settled = () =>
    untilSettled([
      [acme, ids.acme],
      [globex, ids.globex],
    ])

  test('before anything is published there is a template, and no rule', async () => {
    const { template, ...configuration } = await configurationOf(acme, ids.acme)
    expect(configuration).toMatchObject({ table: 'incident', outgoing: null, incoming: null, trigger: null })
    expect(template.outgoing).toMatch(/export default outgoing\('incident'/)
  })

  test('a script with a mistake is named by line and column, and nothing of the other one is published', async () => {
    const incoming = "import { incoming } from 'accord'\nexport default incoming('incident', () => {\n  const = 1\n})"
    const { faults } = await publish(acme, ids.acme, { incoming })
    expect(faults).toEqual([expect.objectContaining({ direction: 'incoming', line: 3, column: expect.any(Number) })])
    const { outgoing, trigger } = await configurationOf(acme, ids.acme)
    expect({ outgoing, trigger }).toEqual({ outgoing: null, trigger: null })
  })

  test('a condition that the tracker does not understand is refused before it could mean every record', async () => {
    const trigger = { query: 'nonsense', isActive: true }
    expect(await refusalOf(publish(acme, ids.acme, { trigger }))).toMatchObject({ code: 'query_invalid' })
    expect(await configurationOf(acme, ids.acme)).toMatchObject({ outgoing: null, incoming: null, trigger: null })
    const body = { table: 'secret', query: '' }
    const refused = acme.client.call('checkTrigger', { params: { connectionId: ids.acme }, body })
    expect(await refusalOf(refused)).toMatchObject({ code: 'access_missing' })
  })

  test('the template of both sides brings an incident over, with both numbers and a history of steps', async () => {
    for (const [company, id] of [
      [acme, ids.acme],
      [globex, ids.globex],
    ] as const)
      expect(await publish(company, id)).toMatchObject({ faults: [], configuration: { trigger: { isActive: true } } })
    const ours = acme.tracker.create('incident', { short_description: 'Mail is down', impact: '1', urgency: '1' })
    const theirs = await untilRecord('Globex has it', globex, (each) => valueOf(each, 'impact') === '1')
    await settled()
    const { items, counts } = await itemsOf(acme, ids.acme)
    expect(items).toEqual([
      expect.objectContaining({
        status: 'synced',
        local: { key: valueOf(ours, 'number'), url: expect.stringContaining(ours.id) },
        remote: { key: valueOf(theirs, 'number'), url: expect.stringContaining(theirs.id) },
        lastOutAt: expect.any(String),
        faults: [],
      }),
    ])
    expect(counts).toMatchObject({ all: 1, synced: 1, held: 0 })
    const { steps } = await acme.client.call('readSyncItem', { params: { itemId: items[0]?.id ?? '' } })
    const events = steps.map(({ event }) => event)
    expect(events.slice(0, 3)).toEqual(['began', 'sent', 'arrived'])
    expect(events).toContain('appliedThere')
    const [there] = (await itemsOf(globex, ids.globex)).items
    expect(there).toMatchObject({ status: 'synced', lastInAt: expect.any(String) })
    const history = await globex.client.call('readSyncItem', { params: { itemId: there?.id ?? '' } })
    expect(history.steps.map(({ event }) => event).slice(0, 3)).toEqual(['received', 'planned', 'applied'])
  })

  test('what somebody else has published meanwhile is not overwritten', async () => {
    const basedOn = { outgoing: 0, incoming: 0 }
    expect(await refusalOf(publish(acme, ids.acme, { basedOn }))).toMatchObject({ code: 'state_conflict' })
  })

  test('a script that throws holds its pair with cause and line; a better script retries', async () => {
    const { template } = await configurationOf(globex, ids.globex)
    const broken = template.incoming.replace(
      "if (changed('summary'))",
      `if (replica.summary?.includes('${SECRET}')) throw new Error('no ' + replica.summary)\n    if (changed('summary'))`,
    )
    expect((await publish(globex, ids.globex, { incoming: broken })).faults).toEqual([])
    acme.tracker.create('incident', { short_description: `Held ${SECRET}` })
    acme.tracker.create('incident', { short_description: 'Goes on' })
    await untilRecord('The other one arrives', globex, (each) => valueOf(each, 'short_description') === 'Goes on')
    const held = await untilItem('It is held', globex, ids.globex, ({ status }) => status === 'held')
    expect(held.faults).toEqual([
      expect.objectContaining({
        side: 'here',
        direction: 'incoming',
        code: 'script_threw',
        script: 'incoming',
        line: broken.split('\n').findIndex((line) => line.includes(SECRET)) + 1,
        message: expect.stringContaining(`Held ${SECRET}`),
      }),
    ])
    expect(await textOfDatabase(globex)).not.toContain(`Held ${SECRET}`)
    const there = await untilItem('Acme knows', acme, ids.acme, ({ status }) => status === 'held_there')
    expect(there.faults).toEqual([expect.objectContaining({ side: 'there', code: 'rules', message: null })])

    const retried = await globex.client.call('retrySyncItem', {
      params: { itemId: held.id },
      body: { actor: 'beth.anglin' },
    })
    expect(retried.steps.at(-1)).toMatchObject({ event: 'retried', actor: 'beth.anglin' })
    const again = await untilItem(
      'It is held again',
      globex,
      ids.globex,
      ({ id, status }) => id === held.id && status === 'held',
    )
    expect((await itemsOf(globex, ids.globex, { filter: 'held' })).items.map(({ id }) => id)).toEqual([again.id])

    // The queue of all connections has it, by its cause and by everything that it can be narrowed to.
    const cause = { connectionId: ids.globex, code: 'script_threw', count: 1 }
    const whole = await queueOf(globex)
    expect(whole).toMatchObject({ causes: [cause], tables: ['incident'], next: null })
    expect(whole.connections).toEqual([expect.objectContaining({ id: ids.globex, remote: expect.any(String) })])
    const narrowed = { filter: 'held', connectionId: ids.globex, table: 'incident', cause: 'script_threw' }
    for (const query of [narrowed, { filter: 'held' }])
      expect((await queueOf(globex, query)).items.map(({ id }) => id)).toEqual([held.id])
    // What is still on its way stands beside it, and both sides number their records alike.
    for (const query of [{}, { unmovedMinutes: '0' }, { key: held.remote.key?.toLowerCase() ?? '' }])
      expect((await queueOf(globex, query)).items.map(({ id }) => id)).toContain(held.id)
    for (const query of [{ table: 'problem' }, { cause: 'value_unmapped' }, { unmovedMinutes: '60' }, { key: 'INC' }])
      expect((await queueOf(globex, query)).items).toEqual([])
    expect((await queueOf(acme, { filter: 'held_there' })).items.map(({ id }) => id)).toEqual([there.id])

    await publish(globex, ids.globex, { incoming: template.incoming })
    await untilRecord('It arrives', globex, (each) => valueOf(each, 'short_description') === `Held ${SECRET}`)
    await settled()
    expect((await itemsOf(globex, ids.globex, { filter: 'held' })).items).toEqual([])
  })

  test('what a person passes over is written nowhere, both histories say so, and the next change arrives', async () => {
    const { incoming } = await configurationOf(globex, ids.globex)
    const broken = (incoming?.source ?? '').replace(
      "if (changed('summary'))",
      `if (replica.summary === 'Pass over') throw new Error('no')\n    if (changed('summary'))`,
    )
    await publish(globex, ids.globex, { incoming: broken })
    const ours = acme.tracker.records.all().find((each) => valueOf(each, 'short_description') === 'Goes on')
    acme.tracker.update('incident', ours?.id ?? '', { short_description: 'Pass over' })
    const held = await untilItem('It is held', globex, ids.globex, ({ status }) => status === 'held')
    const call = { params: { itemId: held.id }, body: { actor: 'beth.anglin' } }
    const skipped = await globex.client.call('skipSyncItem', call)
    expect(skipped.item).toMatchObject({ status: 'synced', faults: [] })
    expect(skipped.steps.at(-1)).toMatchObject({ event: 'skipped', actor: 'beth.anglin' })
    expect(await refusalOf(globex.client.call('skipSyncItem', call))).toMatchObject({ code: 'state_conflict' })
    await settled()
    const summaries = () => globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))
    expect(summaries()).toContain('Goes on')
    expect(summaries()).not.toContain('Pass over')
    const [there] = (await itemsOf(acme, ids.acme)).items.filter(({ remote }) => remote.key === held.local.key)
    const { steps } = await acme.client.call('readSyncItem', { params: { itemId: there?.id ?? '' } })
    expect(steps.map(({ event }) => event)).toContain('skippedThere')
    acme.tracker.update('incident', ours?.id ?? '', { short_description: 'Taken again' })
    await untilRecord('It arrives', globex, (record) => valueOf(record, 'short_description') === 'Taken again')
    await settled()
  })

  test('a pair that waits for nothing cannot be retried; unlinked it ends at both sides and both records stay', async () => {
    const { items, next } = await itemsOf(acme, ids.acme, { limit: '1' })
    const [item] = items
    if (!item || next === null) throw new Error('There are three pairs')
    const rest = await itemsOf(acme, ids.acme, { limit: '50', after: next })
    expect([item, ...rest.items].map(({ id }) => id)).toEqual((await itemsOf(acme, ids.acme)).items.map(({ id }) => id))
    const call = { params: { itemId: item.id }, body: { actor: 'abel.tuter' } }
    expect(await refusalOf(acme.client.call('retrySyncItem', call))).toMatchObject({ code: 'state_conflict' })
    const looked = await acme.client.call('syncItemNow', call)
    expect(looked.steps.at(-1)).toMatchObject({ event: 'changed', actor: 'abel.tuter' })
    await settled()
    const records = [acme, globex].map(({ tracker }) => tracker.records.all().length)
    expect((await acme.client.call('unlinkSyncItem', call)).item).toMatchObject({
      state: 'unlinked',
      status: 'ended',
    })
    const numbers = [item.local.key, item.remote.key]
    await untilItem(
      'Globex ends it',
      globex,
      ids.globex,
      ({ status, local, remote }) =>
        status === 'ended' && [remote.key, local.key].every((key, at) => key === numbers[at]),
    )
    expect([acme, globex].map(({ tracker }) => tracker.records.all().length)).toEqual(records)
    for (const name of ['unlinkSyncItem', 'syncItemNow'] as const)
      expect(await refusalOf(acme.client.call(name, call))).toMatchObject({ code: 'state_conflict' })
  })
})
