import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { isSettled, pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { type InstanceCompany, startInstanceCompany } from './instance-company.ts'

/** Instances are asked every second or two, and a job of the platform writes. */
const ARRIVAL_MS = 60_000
const WORK_NOTE = 'quartz-between-us'
const HOUR_MS = 3_600_000
const OLD = 'Sync later: stood here before'

const OUTGOING = `import { outgoing } from 'accord'
export default outgoing('incident', ({ entity, replica, comments }) => {
  replica.summary = entity.short_description
  replica.status = entity.state.label
  replica.priority = entity.priority.label
  replica.resolution = entity.close_notes
  replica.comments = comments.visible()
})`
const INCOMING = `import { incoming, map } from 'accord'
export default incoming('incident', ({ replica, entity, firstSync, changed, commentHelper, syncHelper, connection }) => {
  if (firstSync) syncHelper.syncBackAfterProcessing()
  if (changed('summary')) entity.short_description = replica.summary ?? ''
  if (changed('status')) entity.state = replica.status
  if (changed('resolution') && replica.resolution) {
    entity.close_notes = replica.resolution
    entity.close_code = 'Solved (Permanently)'
  }
  if (changed('priority')) {
    const [impact, urgency] = map(replica.priority?.slice(0, 1), { 1: ['1', '1'], 2: ['1', '2'], 3: ['2', '2'], 4: ['2', '3'] }, ['3', '3'])
    entity.impact = impact
    entity.urgency = urgency
  }
  commentHelper.mergeComments({ format: ({ author, body }) => \`\${author.name} (\${connection.remote}): \${body}\` })
})`

let acme: InstanceCompany
let globex: InstanceCompany
let ids: { acme: string; globex: string }
/** Stood there before anybody has configured sync. */
let oldId = ''

async function configure({ call }: InstanceCompany, connectionId: string): Promise<void> {
  const trigger = { query: 'active=true^short_descriptionSTARTSWITHSync', isActive: true }
  const rules = { table: 'incident', outgoing: OUTGOING, incoming: INCOMING, trigger }
  const published = await call('publishSync', { ...rules, basedOn: { outgoing: 0, incoming: 0 } }, connectionId)
  expect(published['faults']).toEqual([])
}

beforeAll(async () => {
  acme = await startInstanceCompany('Acme')
  globex = await startInstanceCompany('Globex')
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name: 'Acme_to_Globex', description: '' }
  const issued = await acme.call('initiateConnection', {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    ...names,
  })
  const accepted = await globex.call('acceptInvitation', { text: issued['code'] })
  const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id
  ids = { acme: idOf(issued), globex: idOf(accepted) }
  const { db } = acme.bridge.services.context.database
  await eventually('both are active', async () => {
    const row = await db.selectFrom('connection').select('state').where('id', '=', ids.acme).executeTakeFirst()
    return row?.state === 'active' ? true : undefined
  })
  const { clock } = acme.instance.simulator
  clock.advance(-HOUR_MS)
  const old = await acme.instance.mutate('insert', 'incident', undefined, { short_description: OLD })
  clock.advance(HOUR_MS)
  oldId = old['sys_id'] ?? ''
  await configure(acme, ids.acme)
  await configure(globex, ids.globex)
}, 300_000)
afterAll(async () => {
  await acme.close()
  await globex.close()
})

const incidents = async ({ instance }: InstanceCompany) =>
  (await instance.stored('incident')).filter((row) => row['short_description']?.startsWith('Sync:'))
const entriesOf = async ({ instance }: InstanceCompany, id: string) =>
  (await instance.stored('sys_journal_field')).filter((row) => row['element_id'] === id).map((row) => row['value'])
const only = async (company: InstanceCompany) => {
  const rows = await incidents(company)
  expect(rows).toHaveLength(1)
  return rows[0] ?? {}
}
const until = (what: string, condition: () => Promise<boolean>) =>
  eventually(what, async () => ((await condition()) ? true : undefined), { withinMs: ARRIVAL_MS })
const change = async ({ instance }: InstanceCompany, id: string | undefined, values: Record<string, string>) => {
  await instance.mutate('update', 'incident', id, values)
  await instance.simulator.engine.settled()
}
const settled = () =>
  until('both are settled', async () => {
    const pairs = [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))]
    return pairs.length === 2 && pairs.every(isSettled)
  })

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
    await change(acme, ours['sys_id'], { comments: 'Thank you' })
    await until('Globex reads the answer', async () =>
      (await entriesOf(globex, theirs['sys_id'] ?? '')).some((body) => body?.endsWith('Thank you')),
    )
    await change(globex, theirs['sys_id'], { state: '6', close_code: 'Solved (Permanently)', close_notes: 'Restarted' })
    await until('Acme knows that it is resolved', async () => (await only(acme))['state'] === '6')
    expect(await only(acme)).toMatchObject({ close_notes: 'Restarted' })
    await settled()
    expect(await entriesOf(acme, ours['sys_id'] ?? '')).toHaveLength(2)
    expect(await entriesOf(globex, theirs['sys_id'] ?? '')).toHaveLength(3)
    expect(await acme.instance.everythingStored()).not.toContain(WORK_NOTE)
    for (const company of [acme, globex]) expect(company.output()).not.toContain(WORK_NOTE)
  },
  ARRIVAL_MS * 4,
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
