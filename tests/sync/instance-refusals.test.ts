import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'

import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { type InstanceCompany, OPENED } from './instance-company.ts'
import {
  ARRIVAL_MS,
  change,
  configure,
  connectCompanies,
  entriesOf,
  INCOMING as BASE_INCOMING,
  incidents,
  itemsOf,
  open,
  OUTGOING as BASE_OUTGOING,
  type SyncedCompanies,
  until,
} from './synced-companies.ts'

const replaced = (source: string, from: string, to: string): string => {
  if (!source.includes(from)) throw new Error(`The script has no ${from}`)
  return source.replace(from, to)
}
const OUTGOING = replaced(
  BASE_OUTGOING,
  'replica.comments',
  'replica.description = entity.description\n  replica.comments',
)
const INCOMING = replaced(
  BASE_INCOMING,
  "  if (changed('status'))",
  "  if (changed('description')) entity.description = replica.description ?? ''\n  if (changed('status'))",
)

let both: SyncedCompanies
let acme: InstanceCompany
let globex: InstanceCompany
let ids: SyncedCompanies['ids']
/** Pairs of each side. */
let count = 0

beforeAll(async () => {
  both = await connectCompanies()
  ;({ acme, globex, ids } = both)
  await configure(acme, ids.acme, { outgoing: OUTGOING, incoming: INCOMING })
  await configure(globex, ids.globex, { outgoing: OUTGOING, incoming: INCOMING })
}, 300_000)
afterAll(() => both.close())

const findAt = async (company: InstanceCompany, summary: string) =>
  (await incidents(company)).find((row) => row['short_description'] === summary)
const arrived = (summary: string) =>
  eventually(`Globex has ${summary}`, () => findAt(globex, summary), { withinMs: ARRIVAL_MS })
/** Opened at Acme by a person; answers its id. */
const openAtAcme = async (summary: string, values: Record<string, string> = {}) => {
  count += 1
  return open(acme, { short_description: summary, ...values })
}
const sent = async () =>
  [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))].map(({ sentSeq }) => sentSeq)

test(
  'what a rule of the other instance derives comes back, and no echo follows',
  async () => {
    const id = await openAtAcme('Sync: derived')
    await arrived('Sync: derived')
    await both.settled(count)
    const rule = await globex.instance.mutate('insert', 'sys_script', undefined, {
      name: 'Say who looks at it',
      collection: 'incident',
      when: 'before',
      order: '50',
      active: 'true',
      advanced: 'true',
      action_update: 'true',
      script: "if (current.state.changesTo(2)) current.description = 'The desk of Globex looks at it'",
    })
    await change(acme, id, { state: '2' })
    await until(
      'what Globex derives is at Acme',
      async () => (await findAt(acme, 'Sync: derived'))?.['description'] === 'The desk of Globex looks at it',
    )
    await both.settled(count)
    const before = await sent()
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(await sent()).toEqual(before)
    await globex.instance.mutate('delete', 'sys_script', rule['sys_id'], {})
  },
  ARRIVAL_MS * 3,
)

test(
  'the instance of the other side sleeps: its node keeps one message, nobody is asked for help, and once it wakes all is there',
  async () => {
    const id = await openAtAcme('Sync: asleep')
    const theirs = await arrived('Sync: asleep')
    await both.settled(count)
    const [before] = (await pairsOf(acme, ids.acme)).slice(-1)
    const { faults } = globex.instance.simulator
    const sleep = faults.add({ kind: 'hibernation' })
    for (const hour of [1, 2, 3]) {
      // The platform keeps no order of what was said in one second.
      acme.instance.simulator.clock.advance(1000)
      await change(acme, id, { description: `hour ${hour}`, comments: `said at ${hour}` })
    }
    await until(
      'it has arrived at the node of Globex',
      async () => (await pairsOf(acme, ids.acme)).at(-1)?.outbound?.phase === 'received',
    )
    expect((await pairsOf(acme, ids.acme)).at(-1)?.sentSeq).toBe((before?.sentSeq ?? 0) + 1)
    // The pages of Globex sleep, too: its node says by itself that nothing waits for a person.
    const pairs = [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))]
    expect(pairs.filter(({ fault, inbound }) => fault !== null || inbound?.phase === 'quarantined')).toEqual([])
    faults.remove(sleep)
    await until(
      'Globex has the last hour',
      async () => (await findAt(globex, 'Sync: asleep'))?.['description'] === 'hour 3',
    )
    await both.settled(count)
    const entries = await entriesOf(globex, theirs['sys_id'] ?? '')
    expect(entries.map((entry) => entry?.slice(-9))).toEqual(['said at 1', 'said at 2', 'said at 3'])
  },
  ARRIVAL_MS * 4,
)

describe('what the instance does not take is refused by name', () => {
  test.each([
    ['incident', 'stat=1', 'query_invalid'],
    ['incident', 'active=true^nonsense', 'query_invalid'],
    ['incident', 'close_codeSTARTSWITHa', 'access_missing'],
    ['problem', 'active=true', 'access_missing'],
    ['no_such_table', 'active=true', 'access_missing'],
  ])('%s where %s: no trigger, %s, and the rules of before stay', async (table, query, code) => {
    const said = (call: Promise<unknown>) =>
      call.then(
        () => 'taken',
        (error: unknown) => String(error),
      )
    const before = await acme.call('readSyncConfiguration', undefined, ids.acme)
    expect(await said(acme.call('checkTrigger', { table, query }, ids.acme))).toContain(`"${code}"`)
    const scripts = [OUTGOING, INCOMING].map((source) => source.replace("'incident'", `'${table}'`))
    const versionOf = (direction: 'outgoing' | 'incoming') =>
      table === 'incident' ? (before[direction] as { version: number }).version : 0
    const request = {
      table,
      outgoing: scripts[0],
      incoming: scripts[1],
      trigger: { query, isActive: true },
      basedOn: { outgoing: versionOf('outgoing'), incoming: versionOf('incoming') },
    }
    expect(await said(acme.call('publishSync', request, ids.acme))).toContain(`"${code}"`)
    expect(await acme.call('readSyncConfiguration', undefined, ids.acme)).toEqual(before)
  })

  afterEach(async () => {
    await globex.call('allowSyncAccess', { tables: OPENED })
    await configure(globex, ids.globex, { outgoing: OUTGOING, incoming: INCOMING })
    await both.settled(count)
  }, ARRIVAL_MS * 2)

  const isHeld = ({ status }: SyncItem) => status === 'held'
  const held = (summary: string, number: string | undefined) =>
    eventually(
      `${summary} is held`,
      async () => (await itemsOf(globex, ids.globex)).find((item) => isHeld(item) && item.remote.key === number),
      { withinMs: ARRIVAL_MS },
    )
  const numberOf = async (summary: string) => (await findAt(acme, summary))?.['number']
  /** Is written by Globex instead of the state, for records that are named so. */
  const REFUSED = [
    { summary: 'Sync: no choice', line: "entity.state = 'On the moon'", code: 'choice_unknown', words: 'On the moon' },
    {
      summary: 'Sync: stranger',
      line: "entity.caller_id = '0123456789abcdef0123456789abcdef'",
      code: 'refused_by_instance',
      words: 'caller_id',
    },
    { summary: 'Sync: closed', line: "entity.assigned_to = 'nobody'", code: 'access_missing', words: 'assigned_to' },
  ]
  test.each(REFUSED)(
    '$code by $line: its pair waits with the cause, the others go on, and better rules let it go',
    async ({ summary, line, code, words }) => {
      const [incident, ...others] = OPENED
      const writeFields = [...(incident?.writeFields ?? []), 'caller_id']
      await globex.call('allowSyncAccess', { tables: [{ ...incident, writeFields }, ...others] })
      const wrong = `  if (replica.summary === '${summary}') ${line}\n  if (changed('status'))`
      const incoming = replaced(INCOMING, "  if (changed('status'))", wrong)
      await configure(globex, ids.globex, { outgoing: OUTGOING, incoming })
      await openAtAcme(summary)
      const beside = `${summary}, beside`
      await openAtAcme(beside)
      await arrived(beside)
      const { faults } = await held(summary, await numberOf(summary))
      expect(faults).toEqual([expect.objectContaining({ side: 'here', direction: 'incoming', code })])
      expect(faults[0]?.message).toContain(words)
      expect(await findAt(globex, summary)).toBeUndefined()
      await configure(globex, ids.globex, { outgoing: OUTGOING, incoming: INCOMING })
      await arrived(summary)
    },
    ARRIVAL_MS * 4,
  )
})

test(
  'a delete of the other side deletes here once the admin AND the rules say so, and not before; nothing is sent back',
  async () => {
    const summary = 'Sync: to be deleted'
    const incoming = INCOMING.replace(/\}\)\s*$/u, '}, {\n  deleted: ({ deleteRecord }) => deleteRecord(),\n})')
    await configure(globex, ids.globex, { outgoing: OUTGOING, incoming })
    const id = await openAtAcme(summary)
    await arrived(summary)
    await both.settled(count)
    const sentByGlobex = async () => (await pairsOf(globex, ids.globex)).map(({ sentSeq }) => sentSeq)
    const before = await sentByGlobex()
    await acme.instance.mutate('delete', 'incident', id, {})
    await acme.instance.simulator.engine.settled()
    const item = await eventually(
      'the delete is held',
      async () => (await itemsOf(globex, ids.globex)).find(({ status }) => status === 'held'),
      { withinMs: ARRIVAL_MS },
    )
    expect(item.faults).toEqual([expect.objectContaining({ direction: 'incoming', code: 'access_missing' })])
    expect(await findAt(globex, summary)).toBeDefined()
    await globex.call('putSyncUser', { roles: ['itil_admin'] })
    await globex.call('allowSyncAccess', {
      tables: OPENED.map((each) => ({ ...each, mayDelete: each.table === 'incident' })),
    })
    await globex.call('retrySyncItems', { cause: 'access_missing' }, ids.globex)
    await until('it is gone', async () => (await findAt(globex, summary)) === undefined)
    await until('both have ended', async () => {
      const pairs = [(await pairsOf(acme, ids.acme)).at(-1), (await pairsOf(globex, ids.globex)).at(-1)]
      return pairs.every((pair) => pair?.state === 'unlinked')
    })
    await both.settled(count)
    expect(await sentByGlobex()).toEqual(before)
  },
  ARRIVAL_MS * 4,
)
