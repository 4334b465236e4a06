import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { SCOPE } from '../../src/server/scope.ts'
import { INCIDENT_ACCESS, planOf, syncInstance, type SyncInstance } from './sync-instance.ts'

/** An instance whose administrator lets the application reach only what it has declared. */
let sync: SyncInstance

beforeAll(async () => {
  sync = await syncInstance([])
  const { store } = sync.instance.simulator
  const [application] = store.query('sys_scope', { encoded: `scope=${SCOPE}` }, systemCaller)
  store.update('sys_scope', application?.['sys_id'] ?? '', { runtime_access_tracking: 'enforcing' }, systemCaller)
}, 300_000)
afterAll(() => sync.close())

const asked = async () =>
  (await sync.instance.stored('sys_scope_privilege')).filter((row) => row['status'] !== 'allowed')

test('all of sync of incidents works by what the package declares, and asks the administrator for nothing', async () => {
  await sync.allow('incident', { ...INCIDENT_ACCESS, read_files: 'true' })
  await sync.allow('sys_user', { read_fields: 'name,email' })
  await sync.allow('sys_user_group', { read_fields: 'name' })
  expect((await sync.instance.admin.call('POST', '/console/sync-user', { roles: ['itil'] })).status).toBe(200)
  await sync.settled()

  const made = await sync.outcomeOf(planOf({ fields: { short_description: 'Made' } }))
  expect(made.outcome).toBe('applied')
  const entries = [{ key: 'e', journal: 'comments', body: 'Said' }]
  const changed = planOf({ record: made.id, version: made.version ?? 0, fields: { description: 'Changed' }, entries })
  expect((await sync.outcomeOf(changed)).outcome).toBe('applied')
  expect((await sync.read({ table: 'incident', id: made.id }))[0]?.record?.entries).toMatchObject([{ body: 'Said' }])
  expect(await sync.watch({ table: 'incident', query: 'active=true' })).toMatchObject([
    { matching: expect.any(Number) },
  ])
  await sync.change(made.id, { description: 'Changed by a person' })
  expect((await sync.pull()).notices.map(({ record }) => record)).toContain(made.id)
  const finds = [
    { table: 'sys_user', where: { email: 'nobody@acme.example' } },
    { table: 'sys_user_group', display: 'Service Desk' },
  ]
  expect((await sync.find(...finds)).map(({ matches }) => matches?.length)).toEqual([0, 1])
  expect(await asked()).toEqual([])
})

test('a table that the package does not declare waits for the administrator, and nothing of it leaves', async () => {
  await sync.allow('problem', { read_fields: 'number,short_description' })
  const problem = await sync.instance.mutate('insert', 'problem', undefined, { short_description: 'kept-at-home' })
  const answer = await sync.send('read', { records: [{ table: 'problem', id: problem['sys_id'] ?? '' }] })
  expect(answer.text).not.toContain('kept-at-home')
  expect((await asked()).map((row) => [row['target_name'], row['operation'], row['status']])).toEqual([
    ['problem', 'read', 'requested'],
  ])
})
