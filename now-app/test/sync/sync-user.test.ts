import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SyncUser } from '@accord/shared/schemas'
import { SYNC_USER } from '../../src/server/sync/names.ts'
import type { HttpClient } from '../http-client.ts'
import { INCIDENT_ACCESS, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance

beforeAll(async () => {
  sync = await syncInstance([])
}, 300_000)
afterAll(() => sync.close())

const put = (who: HttpClient, roles: unknown) => who.call('POST', '/console/sync-user', { roles })
const read = async () => SyncUser.parse((await sync.instance.auditor.call('GET', '/console/sync-user')).result)
const users = async () => (await sync.instance.stored('sys_user')).filter((row) => row['sys_id'] === SYNC_USER.sysId)

test('an instance without sync access is not asked for one', async () => {
  expect(await read()).toMatchObject({ isWanted: false, isThere: false, rights: [] })
})

test('one click makes a user without a password, for services only, and its rights are checked', async () => {
  await sync.allow('incident', { ...INCIDENT_ACCESS, write_journals: 'comments' })
  await sync.allow('problem', { write_fields: 'description' })
  await sync.allow('cmdb_ci', { write_fields: 'short_description' })
  expect(await read()).toMatchObject({ isWanted: true, isThere: false })

  const answer = await put(sync.instance.admin, ['itil'])
  expect(answer.status).toBe(200)
  await sync.settled()
  const found = await read()
  expect(found).toMatchObject({
    isThere: true, isActive: true, isForServicesOnly: true, hasPassword: false, userName: 'accord.sync',
  }) // prettier-ignore
  expect(found.roles).toContain('itil')
  expect(found.rights).toMatchObject([
    { table: 'cmdb_ci', mayRead: true, mayWrite: false, mayCreate: false },
    { table: 'incident', mayRead: true, mayWrite: true, mayCreate: true, closedFields: [] },
    { table: 'problem', mayRead: true, mayWrite: true, mayCreate: true, closedFields: [] },
  ])
  expect(found.rights.every(({ checkedAt }) => checkedAt !== null)).toBe(true)
})

test('nobody signs in as it', async () => {
  const login = await fetch(`${sync.instance.url}/api/now/table/incident`, {
    headers: { authorization: `Basic ${Buffer.from(`${SYNC_USER.userName}:`).toString('base64')}` },
  })
  expect(login.status).toBe(401)
})

test('a field that its ACLs close is named', async () => {
  const closed = { kind: 'aclDeny', table: 'incident', operation: 'write', field: 'description' } as const
  await sync.under(closed, async () => {
    await put(sync.instance.admin, ['itil'])
    await sync.settled()
  })
  expect((await read()).rights.find(({ table }) => table === 'incident')?.closedFields).toEqual(['description'])
})

test('one that was locked is repaired by the same click', async () => {
  await sync.instance.mutate('update', 'sys_user', SYNC_USER.sysId, { active: 'false', locked_out: 'true' })
  expect((await read()).isActive).toBe(false)
  await put(sync.instance.admin, [])
  expect((await read()).isActive).toBe(true)
  expect(await users()).toHaveLength(1)
})

test('a column that an ACL closes to who is logged in is named, and nobody is made half', async () => {
  await sync.instance.mutate('delete', 'sys_user', SYNC_USER.sysId, {})
  const closed = { kind: 'aclDeny', table: 'sys_user', operation: 'write', field: 'web_service_access_only' } as const
  const answer = await sync.under(closed, () => put(sync.instance.admin, []))
  expect([answer.status, answer.result?.['code']]).toEqual([403, 'missing_role'])
  expect(answer.text).toContain('web_service_access_only')
  expect(await users()).toEqual([])
  await put(sync.instance.admin, ['itil'])
  expect(await users()).toHaveLength(1)
})

test.each(['admin', 'security_admin', 'user_admin', 'x_accrd_bridge.admin', 'no_such_role'])(
  'the role %s is not given',
  async (role) => {
    const answer = await put(sync.instance.admin, ['itil', role])
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
    expect((await read()).roles).not.toContain(role)
  },
)

test('who may not make users on the instance makes none here: the platform decides, not a role of Accord', async () => {
  await sync.instance.mutate('delete', 'sys_user', SYNC_USER.sysId, {})
  const [role] = await sync.instance.admin.rows('sys_user_role', 'name=x_accrd_bridge.admin')
  const [person] = await sync.instance.admin.rows('sys_user', 'user_name=accord.maintainer')
  await sync.instance.mutate('insert', 'sys_user_has_role', undefined, {
    user: person?.['sys_id'] ?? '',
    role: role?.['sys_id'] ?? '',
  })
  const answer = await put(sync.instance.maintainer, ['itil'])
  expect([answer.status, answer.result?.['code']]).toEqual([403, 'missing_role'])
  expect(await users()).toEqual([])
})

test('who reads Accord may not make it', async () => {
  expect((await put(sync.instance.auditor, [])).status).toBe(403)
})
