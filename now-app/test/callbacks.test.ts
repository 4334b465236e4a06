import { DEFAULT_API_BASE, ERROR_CODES, INSTANCE_API, LIMITS } from '@accord/shared/protocol'
import type { ConnectionSnapshot, HandshakeEntry } from '@accord/shared/schemas'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, invitationOf, logEntryOf, snapshotOf } from './snapshots.ts'
import { TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

const bodyOf = (connection: ConnectionSnapshot, log: readonly HandshakeEntry[] = []) =>
  JSON.stringify({ kind: 'connection.changed', connection, log })
const post = (body: string, headers: Record<string, string>) =>
  instance.nobody.send('POST', DEFAULT_API_BASE + INSTANCE_API.events, { body, headers })
const tell = (connection: ConnectionSnapshot, log: readonly HandshakeEntry[] = []) => {
  const body = bodyOf(connection, log)
  return post(body, node.sign(body))
}
const storedRow = async ({ id }: ConnectionSnapshot) =>
  (await instance.admin.rows(TABLES.connection, `node_connection_id=${id}`))[0]

describe('a signed callback without any login', () => {
  test('stores the connection, its invitation and its log', async () => {
    const connection = snapshotOf({ name: 'Stored' })
    const log = [logEntryOf(connection.id, 'initiated')]
    const answer = await tell(connection, log)
    expect([answer.status, answer.result]).toEqual([200, { accepted: true, revision: 1 }])

    const row = await storedRow(connection)
    expect(row).toMatchObject({
      name: 'Stored', revision: '1', state: 'invited', side: 'source', mode: 'script', is_local: 'false',
      local_short_name: 'Acme', description: 'Tickets of the shared plant in Linz – Überblick', activated_at: '',
    }) // prettier-ignore
    const [invitation] = await instance.admin.rows(TABLES.invitation, `connection=${row?.['sys_id']}`)
    expect(invitation).toMatchObject({
      invitation_id: connection.invitation?.id,
      state: 'open',
      expires_at: '2026-11-23 10:00:00',
    })
    const [entry] = await instance.admin.rows(TABLES.handshakeLog, `connection=${row?.['sys_id']}`)
    expect(entry).toMatchObject({ entry_id: log[0]?.id, event: 'initiated', at: '2026-11-20 10:00:00', actor: 'admin' })
  })

  test('a newer revision replaces what stands there', async () => {
    const connection = snapshotOf({ name: 'Accepted' })
    await tell(connection)
    expect((await tell(activated(connection, 3))).result).toEqual({ accepted: true, revision: 3 })
    expect(await storedRow(connection)).toMatchObject({
      state: 'active', revision: '3', remote_name: 'Globex', remote_node_type: 'SERVICENOW', rest_version: '1.0.0',
      activated_at: '2026-11-20 11:22:33',
    }) // prettier-ignore
  })

  test('repeated, late and unordered ones change nothing: the highest revision stands', async () => {
    const connection = snapshotOf({ name: 'Unordered' })
    const active = activated(connection, 5)
    const log = [logEntryOf(connection.id, 'initiated'), logEntryOf(connection.id, 'redeemed')]
    for (const news of [active, connection, active, { ...connection, revision: 4, state: 'pending' }])
      expect((await tell(news, log)).result).toEqual({ accepted: true, revision: 5 })
    const row = await storedRow(connection)
    expect(row).toMatchObject({ state: 'active', revision: '5' })
    expect(await instance.admin.rows(TABLES.handshakeLog, `connection=${row?.['sys_id']}`)).toHaveLength(2)
  })

  test('twelve at once in any order end in one row with the highest revision', async () => {
    const connection = snapshotOf({ name: 'Crowd' })
    const revisions = Array.from({ length: 12 }, (_, index) => ((index * 7) % 12) + 1)
    const answers = await Promise.all(revisions.map((revision) => tell({ ...connection, revision })))
    expect(answers.map(({ status }) => status)).toEqual(revisions.map(() => 200))
    const rows = await instance.admin.rows(TABLES.connection, `node_connection_id=${connection.id}`)
    expect(rows.map((row) => row['revision'])).toEqual(['12'])
  }, 120_000)

  test('a code that was issued again makes the older invitation revoked', async () => {
    const connection = snapshotOf({ name: 'Reissued' })
    await tell(connection)
    await tell({ ...connection, revision: 2, invitation: invitationOf() })
    const row = await storedRow(connection)
    const invitations = await instance.admin.rows(TABLES.invitation, `connection=${row?.['sys_id']}`)
    expect(invitations.map((each) => each['state']).toSorted()).toEqual(['open', 'revoked'])
  })
})

/** Status and code of the refusal, after seeing that nothing was stored. */
const refused = async (body: string, headers: Record<string, string>) => {
  const connection = (JSON.parse(body) as { connection: ConnectionSnapshot }).connection
  const { status, result } = await post(body, headers)
  expect(await storedRow(connection)).toBeUndefined()
  return [status, result?.['code']]
}
const forged = () => bodyOf(snapshotOf({ name: 'Forged' }))

describe('a callback that does not prove itself', () => {
  test('without a signature', async () => {
    expect(await refused(forged(), {})).toEqual([401, 'unauthenticated'])
  })

  test('with a signature of another body', async () => {
    expect(await refused(forged(), node.sign(forged()))).toEqual([401, 'unauthenticated'])
  })

  test('with a signature of another time', async () => {
    const text = forged()
    const signed = node.sign(text)
    expect(await refused(text, { ...signed, 'x-accord-timestamp': String(Date.now() + 1) })).toEqual([
      401,
      'unauthenticated',
    ])
  })

  test('with a signature that is cut off, empty or too long', async () => {
    const text = forged()
    const signed = node.sign(text)
    const signature = signed['x-accord-signature'] ?? ''
    for (const wrong of [signature.slice(0, -1), '', `${signature}=`, signature.toLowerCase()])
      expect(await refused(text, { ...signed, 'x-accord-signature': wrong })).toEqual([401, 'unauthenticated'])
  })

  test.each([-1, 1])('signed more than five minutes off (%i): its own signature does not help', async (sign) => {
    const text = forged()
    const offset = sign * (LIMITS.callbackToleranceMs + 5_000)
    expect(await refused(text, node.sign(text, Date.now() + offset))).toEqual([401, 'clock_skew'])
  })

  test('with a login of an admin instead of a signature', async () => {
    const { status } = await instance.admin.send('POST', DEFAULT_API_BASE + INSTANCE_API.events, { body: forged() })
    expect(status).toBe(401)
  })
})

const said = async (body: string) => {
  const { status, result } = await post(body, node.sign(body))
  return [status, result?.['code']]
}

describe('a signed callback that makes no sense', () => {
  test.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['an event of a later version', '{"kind":"sync.delivered"}'],
    ['a connection without an id', '{"kind":"connection.changed","connection":{"revision":1},"log":[]}'],
  ])('%s is malformed', async (_what, body) => {
    expect(await said(body)).toEqual([400, 'malformed'])
  })

  test('more than 64 KiB are too many', async () => {
    expect(await said(JSON.stringify({ filler: 'x'.repeat(LIMITS.bodyBytes) }))).toEqual([
      ERROR_CODES.payload_too_large.status,
      'payload_too_large',
    ])
  })
})
