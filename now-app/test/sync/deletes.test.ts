import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { InstancePlan, ReportedPair } from '@accord/shared/schemas'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { TABLES } from '../../src/server/names.ts'
import { INCIDENT_ACCESS, planOf, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance
const OPEN = { ...INCIDENT_ACCESS, may_delete: 'true' }

beforeAll(async () => {
  sync = await syncInstance(['itil', 'itil_admin'])
}, 300_000)
afterAll(() => sync.close())
beforeEach(() => sync.allow('incident', OPEN))

const isThere = async (id: string): Promise<boolean> =>
  (await sync.instance.stored('incident')).some((row) => row['sys_id'] === id)

const report = async (record: string, more: Partial<ReportedPair> = {}): Promise<string> => {
  const pair = randomUUID()
  const reported = {
    pair, connectionId: randomUUID(), table: 'incident', record, remoteKey: 'GLOBEX-7', remoteUrl: '',
    state: 'linked', cause: '', lastInAt: null, lastOutAt: null, ...more,
  } // prettier-ignore
  expect((await sync.send('pairs', { pairs: [reported], gone: [] })).status).toBe(200)
  return pair
}
const deleting = (record: string, pair: string, more: Partial<InstancePlan> = {}) =>
  planOf({ record, pair, version: 0, deletes: true, ...more })

test('deletes the record of the pair as the sync user, and a second plan that wants the same is done', async () => {
  const id = await sync.incident()
  const pair = await report(id)
  const plan = deleting(id, pair)
  expect(await sync.outcomeOf(plan)).toMatchObject({ outcome: 'applied', id, written: [] })
  expect(await isThere(id)).toBe(false)
  // Once more under its own id, as after a lost answer, and under another one.
  expect((await sync.outcomeOf(plan)).outcome).toBe('applied')
  expect((await sync.outcomeOf(deleting(id, pair))).outcome).toBe('applied')
})

test('a record that somebody has deleted before is what was wanted', async () => {
  const id = await sync.incident()
  const pair = await report(id)
  await sync.instance.mutate('delete', 'incident', id, {})
  expect((await sync.outcomeOf(deleting(id, pair))).outcome).toBe('applied')
})

test('writes nothing of what else the plan says', async () => {
  const id = await sync.incident()
  const pair = await report(id)
  await sync.outcomeOf(
    deleting(id, pair, {
      fields: { short_description: 'a last word' },
      entries: [{ key: 'one', journal: 'comments', body: 'a last word' }],
    }),
  )
  expect(JSON.stringify(await sync.instance.stored('sys_journal_field'))).not.toContain('a last word')
})

describe('deletes nothing', () => {
  const refused = async (plan: InstancePlan, code: string) => {
    expect((await sync.outcomeOf(plan)).finding?.code).toBe(code)
    expect(await isThere(plan.record ?? '')).toBe(true)
  }

  test('unless the administrator has allowed it, for this class alone', async () => {
    const id = await sync.incident()
    const pair = await report(id)
    await sync.allow('incident', INCIDENT_ACCESS)
    await sync.allow('task', { ...OPEN, read_fields: 'number', write_fields: 'short_description' })
    await refused(deleting(id, pair), 'access_missing')
    await refused(deleting(id, pair, { table: 'task' }), 'access_missing')
  })

  test('that is the record of another pair, or of none', async () => {
    const [own, other] = [await sync.incident(), await sync.incident()]
    const pair = await report(own)
    await refused(deleting(other, pair), 'refused_by_instance')
    // The node has not reported the pair yet: it plans again, and by then it has.
    await refused(deleting(other, randomUUID()), 'version_contended')
    expect(await isThere(own)).toBe(true)
  })

  test('that somebody has changed since', async () => {
    const id = await sync.incident()
    const pair = await report(id)
    await sync.change(id, { description: 'by a person' })
    await refused(deleting(id, pair), 'version_contended')
  })

  test('that its ACLs keep from the sync user', async () => {
    const id = await sync.incident()
    const pair = await report(id)
    await sync.under({ kind: 'aclDeny', table: 'incident', operation: 'delete' }, () =>
      refused(deleting(id, pair), 'refused_by_instance'),
    )
  })

  test('of the platform, whatever an entry says', async () => {
    await sync.allow('sys_user', { read_fields: 'name', may_delete: 'true' })
    const [user] = await sync.instance.stored('sys_user')
    const id = user?.['sys_id'] ?? ''
    const pair = await report(id, { table: 'sys_user' })
    const { finding } = await sync.outcomeOf(
      deleting(id, pair, { table: 'sys_user', version: Number(user?.['sys_mod_count'] ?? 0) }),
    )
    expect(finding?.code).toBe('access_missing')
    expect((await sync.instance.stored('sys_user')).some((row) => row['sys_id'] === id)).toBe(true)
  })

  test('for a plan that names no record', async () => {
    const answer = await sync.send('apply', { plans: [planOf({ deletes: true })] })
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
  })
})

test('both halves of a pair within this instance can be deleted, whichever its row shows', async () => {
  const [one, other] = [await sync.incident(), await sync.incident()]
  const connectionId = randomUUID()
  sync.instance.simulator.store.insert(
    TABLES.connection,
    { node_connection_id: connectionId, name: 'Within', is_local: '1' },
    systemCaller,
  )
  const pair = await report(one, { connectionId })
  expect((await sync.outcomeOf(deleting(other, pair))).outcome).toBe('applied')
  expect([await isThere(one), await isThere(other)]).toEqual([true, false])
})

test('whether the sync user may delete is checked with its other rights', async () => {
  const described = await sync.send('describe', {})
  expect(described.result).toMatchObject({
    tables: expect.arrayContaining([expect.objectContaining({ table: 'incident', mayDelete: true })]),
  })
})
