import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryTable, Value } from '../trackers/memory/memory-records.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { INCIDENT_ONLY, pairsOf, publish, script, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const ACTOR = { actor: 'abel.tuter' }

/** Globex puts nothing on hold. */
const withoutHold = (table: MemoryTable): MemoryTable => {
  const { state } = table.draft
  if (state?.type !== 'choice') throw new Error('The state is a choice')
  const choices = state.choices.filter(({ label }) => label !== 'On Hold')
  return { ...table, draft: { ...table.draft, state: { ...state, choices } } }
}

const replaced = (text: string, before: string, after: string): string => {
  expect(text).toContain(before)
  return text.replace(before, after)
}
const OUTGOING = replaced(
  script('outgoing'),
  'replica.comments',
  "replica.customKeys['caller'] = entity.caller_id?.get().email ?? null\n  replica.comments",
)
const INCOMING = replaced(
  script('incoming'),
  "if (changed('summary'))",
  `if (changed('customKeys.caller') && replica.customKeys.caller)
    entity.caller_id = nodeHelper.getTableByName('sys_user', replica.customKeys.caller)
  if (changed('summary'))`,
).replace('commentHelper, connection', 'commentHelper, nodeHelper, connection')

describe.each(databaseKinds())('what cannot be done is refused by name, and nothing is lost, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: SyncCompanies['ids']

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, { incident: withoutHold(INCIDENT_ONLY.incident) })
    ;({ acme, globex, ids } = both)
    const trigger = { query: 'urgency=1', isActive: true }
    for (const [company, id] of [
      [acme, ids.acme],
      [globex, ids.globex],
    ] as const)
      expect((await publish(company, id, { outgoing: OUTGOING, incoming: INCOMING, trigger })).faults).toEqual([])
    open('sound')
    await arrived('sound')
    await both.settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const open = (summary: string, values: Record<string, Value> = {}) =>
    acme.tracker.create('incident', { short_description: summary, urgency: '1', ...values })
  const arrived = (summary: string) =>
    untilRecord(`Globex has ${summary}`, globex, (record) => valueOf(record, 'short_description') === summary)
  const configurationOf = (company: SyncCompany, connectionId: string) =>
    company.client.call('readSyncConfiguration', { params: { connectionId } })
  const itemOf = async (company: SyncCompany, connectionId: string, fits: (item: SyncItem) => boolean) =>
    eventually(`${company.name} has the item`, async () => {
      const { items } = await company.client.call('listSyncItems', { params: { connectionId }, query: {} })
      return items.find(fits)
    })
  const heldAt = (company: SyncCompany, connectionId: string, key: unknown) =>
    itemOf(
      company,
      connectionId,
      ({ status, local, remote }) => status === 'held' && [local.key, remote.key].includes(String(key)),
    )
  /** All that Acme learns of a fault of Globex. */
  const expectHeldThere = async (key: unknown, why: string) => {
    const { faults } = await itemOf(acme, ids.acme, ({ status, local }) => status === 'held_there' && local.key === key)
    expect(faults).toEqual([expect.objectContaining({ side: 'there', code: why, message: null, line: null })])
  }
  const retry = (company: SyncCompany, itemId: string) =>
    company.client.call('retrySyncItem', { params: { itemId }, body: ACTOR })

  test(
    'a script that does not compile is not published, by line and column: the rules of before go on',
    async () => {
      const before = await configurationOf(globex, ids.globex)
      const broken = INCOMING.replace('entity.short_description =', 'entity.short_description = =')
      const { faults } = await publish(globex, ids.globex, { incoming: broken })
      const line = broken.split('\n').findIndex((each) => each.includes('= =')) + 1
      expect(faults).toEqual([expect.objectContaining({ direction: 'incoming', line, column: expect.any(Number) })])
      expect(await configurationOf(globex, ids.globex)).toEqual(before)
      open('by the rules of before')
      await arrived('by the rules of before')
      await both.settled()
    },
    STORY_MS,
  )

  test.each([
    ['urgency', 'query_invalid'],
    ['no_such_field=1', 'query_invalid'],
    ['urgency=1^nonsense', 'query_invalid'],
  ])(
    'the condition %s is refused, the one of before stays, and no record that it left out begins a pair',
    async (query, code) => {
      const before = await configurationOf(acme, ids.acme)
      const body = { table: 'incident', query }
      expect(
        await refusalOf(acme.client.call('checkTrigger', { params: { connectionId: ids.acme }, body })),
      ).toMatchObject({ code })
      const trigger = { query, isActive: true }
      expect(await refusalOf(publish(acme, ids.acme, { trigger }))).toMatchObject({ code })
      expect(await configurationOf(acme, ids.acme)).toEqual(before)
      const left = open('left out', { urgency: '3' })
      open(`meant beside ${query}`)
      await arrived(`meant beside ${query}`)
      await both.settled()
      const stored = await acme.client.call('listSyncItems', { params: { connectionId: ids.acme }, query: {} })
      expect(stored.items.map(({ local }) => local.key)).not.toContain(valueOf(left, 'number'))
      expect(globex.tracker.records.all().map((each) => valueOf(each, 'short_description'))).not.toContain('left out')
    },
    STORY_MS,
  )

  test.each(['secret', 'no_such_table'])(
    'a trigger on the table %s, which nobody has opened, is refused',
    async (table) => {
      const before = await configurationOf(acme, ids.acme)
      const body = { table, query: '' }
      const checked = acme.client.call('checkTrigger', { params: { connectionId: ids.acme }, body })
      expect(await refusalOf(checked)).toMatchObject({ code: 'access_missing' })
      const scripts = { outgoing: OUTGOING, incoming: INCOMING }
      const ofTable = Object.entries(scripts).map(([name, source]) => [
        name,
        source.replace("'incident'", `'${table}'`),
      ])
      const basedOn = { outgoing: 0, incoming: 0 }
      const published = publish(acme, ids.acme, { table, ...Object.fromEntries(ofTable), basedOn })
      expect(await refusalOf(published)).toMatchObject({ code: 'access_missing' })
      expect(await configurationOf(acme, ids.acme)).toEqual(before)
    },
  )

  /** One pair waits at `company` with this cause; another one goes on beside it. */
  const expectHeld = async (
    company: SyncCompany,
    number: unknown,
    fault: { readonly code: string; readonly direction: string },
  ): Promise<SyncItem> => {
    open(`beside ${String(number)}`)
    await arrived(`beside ${String(number)}`)
    const held = await heldAt(company, company === acme ? ids.acme : ids.globex, number)
    expect(held.faults).toEqual([expect.objectContaining({ side: 'here', message: expect.any(String), ...fault })])
    return held
  }

  test(
    'a value that is no choice here holds its pair and names the choices; a line for it lets it go',
    async () => {
      const { number } = open('put on hold', { state: '3' }).fields
      const held = await expectHeld(globex, number?.value, { code: 'choice_unknown', direction: 'incoming' })
      expect(held.faults[0]?.message).toMatch(/On Hold/u)
      await expectHeldThere(number?.value, 'data')
      const repaired = replaced(INCOMING, "'On Hold': 'On Hold'", "'On Hold': 'In Progress'")
      expect((await publish(globex, ids.globex, { incoming: repaired })).faults).toEqual([])
      expect(valueOf(await arrived('put on hold'), 'state')).toBe('2')
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'what is to be written and the outgoing script fails on goes on once that script is another',
    async () => {
      const throwing = replaced(
        OUTGOING,
        'replica.summary =',
        "if (entity.short_description === 'unreadable') throw new Error('not this one')\n  replica.summary =",
      )
      expect((await publish(globex, ids.globex, { outgoing: throwing })).faults).toEqual([])
      const { number } = open('unreadable').fields
      const held = await expectHeld(globex, number?.value, { code: 'script_threw', direction: 'incoming' })
      expect(held.faults).toMatchObject([{ script: 'outgoing' }])
      expect((await publish(globex, ids.globex, { outgoing: OUTGOING })).faults).toEqual([])
      await arrived('unreadable')
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'rules that are published while the ones of before still run are tried before anything is held',
    async () => {
      const throwing = replaced(
        INCOMING,
        "if (changed('summary'))",
        "if (replica.summary === 'overtaken') throw new Error('not this one')\n  if (changed('summary'))",
      )
      expect((await publish(globex, ids.globex, { incoming: throwing })).faults).toEqual([])
      const answers = globex.tracker.holdAnswers()
      const { number } = open('overtaken', { caller_id: 'somebody' }).fields
      await eventually('the script asks', async () => answers.asked() > 0 || undefined)
      expect((await publish(globex, ids.globex, { incoming: INCOMING })).faults).toEqual([])
      answers.release()
      await arrived('overtaken')
      await both.settled()
      const { id } = await itemOf(globex, ids.globex, ({ remote }) => remote.key === number?.value)
      const { steps } = await globex.client.call('readSyncItem', { params: { itemId: id } })
      // A late notice of what was written may have it looked at once more.
      const events = steps.map(({ event }) => event).filter((event) => event !== 'changed')
      expect(events).toEqual(['received', 'planned', 'applied'])
    },
    STORY_MS,
  )

  test(
    'a reference whose record is gone holds its pair where it is read, and goes on once it is there again',
    async () => {
      acme.tracker.forget('ghost', true)
      const { number } = open('asked by a ghost', { caller_id: 'ghost' }).fields
      const { id } = await expectHeld(acme, number?.value, { code: 'record_gone', direction: 'outgoing' })
      acme.tracker.forget('ghost', false)
      await retry(acme, id)
      expect(valueOf(await arrived('asked by a ghost'), 'caller_id')).toBe('ghost@tracker.example')
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'somebody whom the other side does not know stops a field and no pair',
    async () => {
      globex.tracker.forget('new@tracker.example', true)
      open('asked by somebody new', { caller_id: 'new' })
      expect(valueOf(await arrived('asked by somebody new'), 'caller_id')).toBe('')
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'a table that a script looks into and may not holds its pair; opened it goes on with a retry',
    async () => {
      globex.tracker.allow('sys_user', false)
      const { number } = open('asked by somebody', { caller_id: 'somebody' }).fields
      const { id } = await expectHeld(globex, number?.value, { code: 'access_missing', direction: 'incoming' })
      globex.tracker.allow('sys_user', true)
      await retry(globex, id)
      expect(valueOf(await arrived('asked by somebody'), 'caller_id')).toBe('somebody@tracker.example')
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'a table that is closed while records flow holds what arrives, the sender learns it is a matter of permission, and one click lets all go',
    async () => {
      globex.tracker.allow('incident', false)
      const numbers = ['first', 'second'].map((each) => open(`${each} before a closed table`).fields['number']?.value)
      for (const number of numbers) {
        const held = await heldAt(globex, ids.globex, number)
        expect(held.faults).toEqual([expect.objectContaining({ code: 'access_missing', direction: 'incoming' })])
        await expectHeldThere(number, 'permission')
      }
      globex.tracker.allow('incident', true)
      const call = { params: { connectionId: ids.globex }, body: ACTOR }
      expect(await globex.client.call('retrySyncItems', call)).toMatchObject({ count: numbers.length })
      for (const each of ['first', 'second']) await arrived(`${each} before a closed table`)
      await both.settled()
    },
    STORY_MS,
  )

  test(
    'a text too large for any message holds its pair at its own side, by the path; made shorter it goes by itself',
    async () => {
      const { id, fields } = open('too much', { description: 'x'.repeat(300_000) })
      const held = await expectHeld(acme, fields['number']?.value, { code: 'too_large', direction: 'outgoing' })
      expect(held.faults[0]?.paths).toEqual(['/description'])
      expect((await pairsOf(globex, ids.globex)).every(({ remote }) => remote?.key !== fields['number']?.value)).toBe(
        true,
      )
      // Nobody says so: the scan sees it.
      acme.tracker.loseNotices(true)
      acme.tracker.update('incident', id, { description: 'enough' })
      expect(valueOf(await arrived('too much'), 'description')).toBe('enough')
      acme.tracker.loseNotices(false)
      await both.settled()
    },
    STORY_MS,
  )
})
