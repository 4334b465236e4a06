/** Each template on two instances of the simulator, both ways: what an admin begins with works as it stands. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { missingAccess, SYNC_TEMPLATES, TEMPLATE_NAMES, type TemplateName } from '@accord/shared/sync'

import { isSettled, pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import type { InstanceCompany } from './instance-company.ts'
import { ARRIVAL_MS, connectCompanies, itemsOf, type SyncedCompanies, until } from './synced-companies.ts'

type Row = Readonly<Record<string, string | undefined>>

const NOTE = 'stays-at-home'

/** What is opened at Acme, what Globex makes of it, what is changed there, and what Acme has then. */
interface Journey {
  readonly opened: Record<string, string>
  readonly made: Row
  readonly changed: Record<string, string>
  readonly came: Row
  /** What another kind of side says → the state that it would have here, which is not that of a new record. */
  readonly theirs: readonly (readonly [string, string])[]
}

const JOURNEYS: Readonly<Record<TemplateName, Journey>> = {
  incident: {
    opened: { impact: '1', urgency: '1' },
    made: { state: '1', priority: '1' },
    changed: { state: '2' },
    came: { state: '2' },
    theirs: [
      ['Done', 'Resolved'],
      ['Awaiting Info', 'On Hold'],
    ],
  },
  problem: {
    opened: { cause_notes: 'A full disk', impact: '1', urgency: '1' },
    made: { cause_notes: 'A full disk', state: '101', priority: '1' },
    changed: { state: '103', workaround: 'Empty it' },
    came: { state: '103', workaround: 'Empty it', cause_notes: 'A full disk' },
    theirs: [
      ['In Progress', 'Root Cause Analysis'],
      ['Done', 'Resolved'],
    ],
  },
  change: {
    opened: { type: 'emergency', implementation_plan: 'Unplug', start_date: '2026-02-01 10:00:00' },
    made: { type: 'emergency', implementation_plan: 'Unplug', start_date: '2026-02-01 10:00:00', state: '-5' },
    changed: { state: '-4', backout_plan: 'Plug in' },
    // Each side approves for itself.
    came: { state: '-5', backout_plan: 'Plug in' },
    theirs: [["Won't Do", 'Canceled']],
  },
  request: {
    opened: { description: 'By Monday' },
    made: {
      description: expect.stringMatching(/^3 × Laptop of the trade \(RITM\d+\)\nBy Monday$/) as unknown as string,
      state: '1',
    },
    changed: { state: '2' },
    came: { state: '2', description: 'By Monday' },
    theirs: [
      ['In Progress', 'Work in Progress'],
      ['Done', 'Closed Complete'],
    ],
  },
  case: {
    opened: { priority: '2', cause: 'Rain' },
    made: { priority: '2', cause: 'Rain', state: '1' },
    changed: { state: '10' },
    came: { state: '10' },
    theirs: [
      ['On Hold', 'Awaiting Info'],
      ['Done', 'Resolved'],
    ],
  },
}

let both: SyncedCompanies
beforeAll(async () => {
  both = await connectCompanies()
}, 300_000)
afterAll(() => both.close())

/** A connection takes the records of one table: each template has its own. */
async function connect(name: string): Promise<{ readonly acme: string; readonly globex: string }> {
  const { acme, globex } = both
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name: `Acme_to_Globex ${name}`, description: '' }
  const wizard = { requestId: randomUUID(), destinationUrl: null, mode: 'script', ...names }
  const issued = await acme.call('initiateConnection', wizard)
  const accepted = await globex.call('acceptInvitation', { text: issued['code'] })
  const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id
  const ids = { acme: idOf(issued), globex: idOf(accepted) }
  const { db } = acme.bridge.services.context.database
  await until('the connection is active', async () => {
    const row = await db.selectFrom('connection').select('state').where('id', '=', ids.acme).executeTakeFirst()
    return row?.state === 'active'
  })
  return ids
}

/** As the page does it: opens what is missing, and publishes the template as it stands. */
async function publishTemplate(company: InstanceCompany, connectionId: string, name: TemplateName) {
  const read = async () =>
    (await company.call(
      'readSyncConfiguration',
      undefined,
      connectionId,
      `?template=${name}`,
    )) as unknown as SyncConfiguration
  const { access, template, table } = await read()
  expect([template.name, table]).toEqual([name, SYNC_TEMPLATES[name].table])
  const missing = access.state === 'known' ? missingAccess(SYNC_TEMPLATES[name].access, access.tables) : []
  if (missing.length > 0) await company.call('allowSyncAccess', { tables: missing })
  const { outgoing, incoming } = template
  const checked = await company.call('checkScripts', { table, outgoing, incoming }, connectionId)
  const published = await company.call(
    'publishSync',
    {
      table,
      outgoing,
      incoming,
      trigger: { query: `${template.query}^short_descriptionSTARTSWITHSync`, isActive: true },
      basedOn: { outgoing: 0, incoming: 0 },
    },
    connectionId,
  )
  expect([checked['faults'], published['faults']]).toEqual([[], []])
}

/** A requested item that stands at Acme, for the task that follows it. */
async function requestedItem({ instance }: InstanceCompany): Promise<Record<string, string>> {
  const item = await instance.mutate('insert', 'sc_cat_item', undefined, { name: 'Laptop of the trade' })
  const row = await instance.mutate('insert', 'sc_req_item', undefined, {
    short_description: 'Laptop',
    cat_item: item['sys_id'] ?? '',
    quantity: '3',
  })
  return { request_item: row['sys_id'] ?? '' }
}

describe.each(TEMPLATE_NAMES.map((name) => [name] as const))('the template %s', (name) => {
  const { table } = SYNC_TEMPLATES[name]
  const { opened, made, changed, came, theirs } = JOURNEYS[name]
  const summary = `Sync: ${name}`
  let ids: { readonly acme: string; readonly globex: string }

  const find = async (company: InstanceCompany): Promise<Row | undefined> =>
    (await company.instance.stored(table)).find((row) => row['short_description'] === summary)
  const rowOf = async (company: InstanceCompany): Promise<Row> => {
    const row = await find(company)
    if (!row) throw new Error(`${company.name} has no ${summary}`)
    return row
  }
  const entriesOf = async (company: InstanceCompany) => {
    const { sys_id: id } = await rowOf(company)
    return (await company.instance.stored('sys_journal_field')).filter((row) => row['element_id'] === id)
  }
  const isAt = async (company: InstanceCompany, values: Row) => {
    const row = await rowOf(company)
    return Object.entries(values).every(([field, value]) => row[field] === value)
  }
  const isQuiet = async () => {
    const pairs = [...(await pairsOf(both.acme, ids.acme)), ...(await pairsOf(both.globex, ids.globex))]
    return pairs.length === 2 && pairs.every(isSettled)
  }

  test(
    'brings a record over, and what is changed and said there back; work notes stay at home',
    async () => {
      const { acme, globex } = both
      ids = await connect(name)
      await publishTemplate(acme, ids.acme, name)
      await publishTemplate(globex, ids.globex, name)
      const more = name === 'request' ? await requestedItem(acme) : {}
      await acme.instance.mutate('insert', table, undefined, { short_description: summary, ...opened, ...more })
      await acme.instance.simulator.engine.settled()
      await until('Globex has it', async () => (await find(globex)) !== undefined)
      await until('both know each other', isQuiet)
      expect(await rowOf(globex)).toMatchObject({ ...made, correlation_id: (await rowOf(acme))['number'] })
      const { sys_id: id } = await rowOf(globex)
      const said = { comments: `We look at it ${name}`, work_notes: NOTE }
      await globex.instance.mutate('update', table, id, { ...changed, ...said })
      await globex.instance.simulator.engine.settled()
      await until('Acme has what was changed', () => isAt(acme, changedThereOf()))
      await until('Acme reads the comment', async () =>
        (await entriesOf(acme)).some(({ value }) => value?.includes(said.comments)),
      )
      await until('both are at rest', isQuiet)
      expect(await rowOf(acme)).toMatchObject(came)
      expect(JSON.stringify(await entriesOf(acme))).not.toContain(NOTE)
      for (const company of [acme, globex])
        expect((await itemsOf(company, company === acme ? ids.acme : ids.globex)).map(({ status }) => status)).toEqual([
          'synced',
        ])
    },
    ARRIVAL_MS * 3,
  )

  /** Plain values only: what is matched by a pattern is looked at afterwards. */
  const changedThereOf = (): Row => Object.fromEntries(Object.entries(came).filter(([field]) => field in changed))

  test('understands the words of other sides', async () => {
    const { template } = (await both.globex.call(
      'readSyncConfiguration',
      undefined,
      ids.globex,
    )) as unknown as SyncConfiguration
    for (const [word, state] of theirs) {
      const replica = { summary: 'Of another side', status: word, priority: 'Medium', customKeys: {} }
      const body = {
        table,
        outgoing: template.outgoing,
        incoming: template.incoming,
        subject: { kind: 'replica', replica },
      }
      const { outcome } = await both.globex.call('testScripts', body, ids.globex)
      expect(outcome).toMatchObject({ kind: 'plan' })
      const { fields } = outcome as { fields: readonly { readonly name: string; readonly after: string | null }[] }
      expect([word, fields.find((field) => field.name === 'state')?.after]).toEqual([word, state])
    }
  })

  if (name === 'change')
    test('tells the state of the other side in a work note, and follows nothing but a cancellation', async () => {
      const notes = (await entriesOf(both.acme)).filter(({ element }) => element === 'work_notes')
      expect(notes.map(({ value }) => value)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Globex: CHG\d+ is Assess$/)]),
      )
      const { sys_id: id } = await rowOf(both.globex)
      await both.globex.instance.mutate('update', table, id, { state: '4' })
      await both.globex.instance.simulator.engine.settled()
      await until('Acme has it cancelled', () => isAt(both.acme, { state: '4' }))
    })
})
