import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { ConditionFields } from '@accord/shared/schemas'

import { operatorsOf } from '../../console/src/configuration/condition/condition-rows.ts'
import { needsValue, OPERATORS, writeCondition } from '../../console/src/configuration/condition/encoded-query.ts'
import { readDictionaryWarnings } from '../../node-bridge/src/sync/configuration/check-dictionary.ts'
import { pairsOf, textOfDatabase } from '../../node-bridge/test/stories/sync-company.ts'
import { TABLES } from '../../now-app/src/server/names.ts'
import type { InstanceCompany } from './instance-company.ts'
import {
  ARRIVAL_MS,
  change,
  configure,
  connectCompanies,
  entriesOf,
  INCOMING,
  incidents,
  OUTGOING,
  type SyncedCompanies,
  until,
} from './synced-companies.ts'

/** Instances are asked so seldom that what arrives within `ARRIVAL_MS` does so because the instance has said that there is something. */
const SELDOM_ASKED = { ACCORD_SYNC_PULL_SECONDS: '300' }
const WORK_NOTE = 'quartz-between-us'
const REPLICA = { summary: 'Sync: all is well', status: 'Closed', customKeys: {} }
const HOUR_MS = 3_600_000
const OLD = 'Sync later: stood here before'

let both: SyncedCompanies
let acme: InstanceCompany
let globex: InstanceCompany
let ids: { acme: string; globex: string }
/** Stood there before anybody has configured sync. */
let oldId = ''

beforeAll(async () => {
  both = await connectCompanies(SELDOM_ASKED)
  ;({ acme, globex, ids } = both)
  const { clock } = acme.instance.simulator
  clock.advance(-HOUR_MS)
  const old = await acme.instance.mutate('insert', 'incident', undefined, { short_description: OLD })
  clock.advance(HOUR_MS)
  oldId = old['sys_id'] ?? ''
  await configure(acme, ids.acme)
  await configure(globex, ids.globex)
}, 300_000)
afterAll(() => both.close())

const only = async (company: InstanceCompany) => {
  const rows = await incidents(company)
  expect(rows).toHaveLength(1)
  return rows[0] ?? {}
}
const settled = () => both.settled(1)
/** Of Globex, with what the app is about to write. The instance notes each call beside that. */
const rowsOfRecords = () =>
  Promise.all(
    ['incident', 'sys_journal_field', 'sys_attachment', 'sys_audit', TABLES.writePlan, TABLES.effect].map((table) =>
      globex.instance.stored(table),
    ),
  )

test(
  'an incident that is opened at one company is opened at the other, and both know each other by number',
  async () => {
    await acme.instance.mutate('insert', 'incident', undefined, {
      short_description: 'Sync: mail is down',
      impact: '1',
      urgency: '2',
    })
    await acme.instance.simulator.engine.settled()
    await until('Globex has it', async () => (await incidents(globex)).length === 1)
    await settled()
    const [ours, theirs] = [await only(acme), await only(globex)]
    expect(theirs).toMatchObject({ priority: ours['priority'], sys_created_by: 'accord.sync' })
    const [[here], [there]] = [await pairsOf(acme, ids.acme), await pairsOf(globex, ids.globex)]
    expect(here).toMatchObject({ state: 'linked', remote: { key: theirs['number'] } })
    expect(there).toMatchObject({ state: 'linked', remote: { key: ours['number'] } })
    await until('the instance lists the pair', async () =>
      JSON.stringify(await globex.instance.everythingStored()).includes(String(ours['number'])),
    )
  },
  ARRIVAL_MS * 2,
)

test(
  'changed, commented and resolved at the other company it is so here; the work note stays at home',
  async () => {
    const [ours, theirs] = [await only(acme), await only(globex)]
    await change(globex, theirs['sys_id'], { state: '2', comments: 'We look at it', work_notes: WORK_NOTE })
    await until('Acme knows the state', async () => (await only(acme))['state'] === '2')
    await until('Acme reads the comment', async () => (await entriesOf(acme, ours['sys_id'] ?? '')).length === 1)
    await change(acme, ours['sys_id'], { comments: 'Thank you', work_notes: `${WORK_NOTE} at Acme` })
    await until('Globex reads the answer', async () =>
      (await entriesOf(globex, theirs['sys_id'] ?? '')).some((body) => body?.endsWith('Thank you')),
    )
    await change(globex, theirs['sys_id'], { state: '6', close_code: 'Solved (Permanently)', close_notes: 'Restarted' })
    await until('Acme knows that it is resolved', async () => (await only(acme))['state'] === '6')
    expect(await only(acme)).toMatchObject({ close_notes: 'Restarted' })
    await settled()
    expect(await entriesOf(acme, ours['sys_id'] ?? '')).toHaveLength(3)
    expect(await entriesOf(globex, theirs['sys_id'] ?? '')).toHaveLength(3)
    const [atAcme, atGlobex] = [await acme.instance.everythingStored(), await globex.instance.everythingStored()]
    expect(JSON.stringify(atAcme).replaceAll(`${WORK_NOTE} at Acme`, '')).not.toContain(WORK_NOTE)
    expect(JSON.stringify(atGlobex)).not.toContain(`${WORK_NOTE} at Acme`)
    for (const company of [acme, globex]) {
      expect(company.output()).not.toContain(WORK_NOTE)
      expect(await textOfDatabase(company)).not.toContain(WORK_NOTE)
    }
  },
  ARRIVAL_MS * 4,
)

test(
  'a draft is tried on a record of the instance: labels, what the admin has not allowed, and not one row of the instance changes',
  async () => {
    await settled()
    const theirs = await only(globex)
    const { newest } = await globex.call(
      'checkTrigger',
      { table: 'incident', query: 'short_descriptionSTARTSWITHSync' },
      ids.globex,
    )
    expect(newest).toContain(theirs['number'])
    const before = await rowsOfRecords()
    const draft = INCOMING.replace('if (firstSync)', "entity.priority = '1'\n  if (firstSync)")
    const subject = { kind: 'replica', key: theirs['number'], replica: REPLICA }
    const body = { table: 'incident', outgoing: OUTGOING, incoming: draft, subject, at: '2026-11-29T12:00:00.000Z' }
    const tested = await globex.call('testScripts', body, ids.globex)
    expect(tested['outcome']).toMatchObject({
      kind: 'plan',
      record: { key: theirs['number'] },
      fields: expect.arrayContaining([
        {
          name: 'short_description',
          label: 'Short description',
          before: 'Sync: mail is down',
          after: 'Sync: all is well',
        },
        { name: 'state', label: 'State', before: 'Resolved', after: 'Closed' },
      ]),
      missing: [{ kind: 'field', name: 'priority' }],
    })
    expect(await globex.call('testScripts', body, ids.globex)).toEqual(tested)
    expect(await rowsOfRecords()).toEqual(before)
  },
  ARRIVAL_MS,
)

test(
  'whatever the fields of a condition offer, the instance takes as a condition',
  async () => {
    const answer = await globex.call('readConditionFields', undefined, ids.globex, '?table=incident')
    const { fields } = ConditionFields.parse(answer)
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['caller_id', 'caller_id.email', 'state']))
    expect(fields.find(({ path }) => path === 'state')?.choices).toContainEqual({ value: '6', label: 'Resolved' })
    // Of every record, and a number: none of those that are open here is one.
    const changes = { path: 'sys_mod_count', label: 'Updates', type: 'number' as const, choices: [] }
    const conditions = [...fields, changes].flatMap((field) =>
      operatorsOf(field, { path: field.path, operator: '=', value: '' }).map((operator) => {
        const value = field.choices[0]?.value ?? (field.type === 'time' ? '2026-01-31 00:00:00' : '1')
        return { path: field.path, operator, value: needsValue(operator) ? value : '' }
      }),
    )
    expect(new Set(conditions.map(({ operator }) => operator))).toEqual(new Set(OPERATORS))
    for (const condition of conditions) {
      const query = writeCondition([[condition]])
      const { matching } = await globex.call('checkTrigger', { table: 'incident', query }, ids.globex)
      expect([query, typeof matching]).toEqual([query, 'number'])
    }
  },
  ARRIVAL_MS,
)

test(
  'nothing goes to and fro once both are equal',
  async () => {
    await settled()
    const sent = async () =>
      [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))].map(({ sentSeq }) => sentSeq)
    const before = await sent()
    await new Promise((resolve) => setTimeout(resolve, 5000))
    expect(await sent()).toEqual(before)
  },
  ARRIVAL_MS,
)

test(
  'a record of before stays at home until it changes',
  async () => {
    const arrived = async () =>
      (await globex.instance.stored('incident')).filter((row) => row['short_description']?.startsWith(OLD))
    expect(await arrived()).toEqual([])
    await change(acme, oldId, { short_description: `${OLD}, and changed` })
    await until('Globex has it', async () => (await arrived()).length === 1)
  },
  ARRIVAL_MS,
)

test(
  'a table that is closed to sync is named where a script looks its records up, before the first record fails',
  async () => {
    const lookUp =
      "if (nodeHelper.getTableByName('sys_user_group', 'Service Desk')) entity.description = 'For the desk'"
    await globex.call('allowSyncAccess', { tables: [{ table: 'sys_user_group', readFields: ['name'] }] })
    await configure(globex, ids.globex, {
      incoming: INCOMING.replace('commentHelper,', 'commentHelper, nodeHelper,').replace(
        '  commentHelper.',
        `  ${lookUp}\n  commentHelper.`,
      ),
    })
    let laterMs = 0
    const warned = async () => {
      // What the instance has said is kept for half a minute.
      laterMs += 31_000
      const context = { ...globex.bridge.services.sync, now: () => new Date(Date.now() + laterMs) }
      const { warnings } = await readDictionaryWarnings(context, ids.globex)
      return warnings.map(({ direction, kind, field, now }) => `${direction} ${kind} ${field}: ${now}`)
    }
    expect(await warned()).toEqual([])
    await globex.call('removeSyncAccess', { table: 'sys_user_group' })
    expect(await warned()).toContainEqual(expect.stringMatching(/^incoming compiler sys_user_group: .*sys_user_group/))
    await configure(globex, ids.globex)
    expect(await warned()).toEqual([])
  },
  ARRIVAL_MS,
)
