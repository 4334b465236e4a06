import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { ConnectionDetail, InvitationPreview, IssuedInvitation, NodeStatus } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { createBridge } from '../../node-bridge/src/bridge.ts'
import { loadConfig } from '../../node-bridge/src/config/config.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { startCompany, type Company } from './company.ts'
import { installedInstance } from './installed-instance.ts'
import { TABLES } from '../src/server/names.ts'

let acme: Company
let globex: Company

beforeAll(async () => {
  acme = await startCompany('Acme')
  globex = await startCompany('Globex')
}, 240_000)

afterAll(async () => {
  await acme?.close()
  await globex?.close()
})

const initiate = async (name: string): Promise<{ code: string; id: string }> => {
  const answer = await acme.instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    localShortName: 'Acme',
    remoteShortName: 'Globex',
    name,
    description: 'Störungen der gemeinsamen Anlage',
  })
  const { code, connection } = IssuedInvitation.parse(answer.result)
  return { code, id: connection.id }
}
const accept = (text: string) => globex.instance.admin.call('POST', CONSOLE_CALLS.acceptInvitation.path, { text })
const rowOf = async ({ instance }: Company, name: string) =>
  (await instance.auditor.rows(TABLES.connection, `name=${name}`))[0]
const untilState = (company: Company, name: string, state: string) =>
  eventually(`${name} becomes ${state}`, async () => {
    const row = await rowOf(company, name)
    return row?.['state'] === state ? row : undefined
  })

test('from the click on Initiate to an active connection in the tables of both instances', async () => {
  const { code, id } = await initiate('Shared plant')
  expect(await rowOf(acme, 'Shared plant')).toMatchObject({ state: 'invited', side: 'source', node_connection_id: id })

  const preview = await globex.instance.admin.call('POST', CONSOLE_CALLS.previewInvitation.path, {
    text: `Here it is:\n"${code}"`,
  })
  expect(InvitationPreview.parse(preview.result)).toMatchObject({ name: 'Shared plant', source: { name: 'Acme' } })
  expect(await rowOf(globex, 'Shared plant')).toBeUndefined()

  expect(ConnectionDetail.parse((await accept(code)).result).connection.state).toBe('active')
  expect(await rowOf(globex, 'Shared plant')).toMatchObject({
    state: 'active', side: 'destination', local_short_name: 'Globex', remote_short_name: 'Acme', remote_name: 'Acme',
    description: 'Störungen der gemeinsamen Anlage',
  }) // prettier-ignore

  // Nobody reads anything at Acme's console: its node tells its instance by a signed callback.
  const row = await untilState(acme, 'Shared plant', 'active')
  expect(row).toMatchObject({ remote_name: 'Globex', rest_version: '1.0.0' })
  const theirs = await rowOf(globex, 'Shared plant')
  expect(row['local_key_fingerprint']).toBe(theirs?.['remote_key_fingerprint'])

  // The callback's script writes the connection's row first, so the invitation's may follow a moment later.
  await eventually('the invitation is spent', async () => {
    const [invitation] = await acme.instance.auditor.rows(TABLES.invitation, `connection=${row['sys_id']}`)
    return invitation?.['state'] === 'spent' ? invitation : undefined
  })
  // So do the entries of its log.
  const entries = await eventually('the log says more than that it was initiated', async () => {
    const rows = await acme.instance.auditor.rows(TABLES.handshakeLog, `connection=${row['sys_id']}`)
    return rows.length >= 2 ? rows : undefined
  })
  expect(entries.map((entry) => entry['actor'])).toContain('admin')
}, 60_000)

test('a code that is revoked opens nothing, and the other side learns why', async () => {
  const { code, id } = await initiate('Revoked')
  const revoked = await acme.instance.maintainer.call(
    'POST',
    pathOf(CONSOLE_CALLS.revokeInvitation.path, { connectionId: id }),
  )
  expect(ConnectionDetail.parse(revoked.result).connection.state).toBe('revoked')
  expect(await rowOf(acme, 'Revoked')).toMatchObject({ state: 'revoked' })
  await accept(code)
  expect(await untilState(globex, 'Revoked', 'failed')).toMatchObject({ state_reason_code: 'invitation_revoked' })
}, 60_000)

test('a code that is issued again replaces the first one', async () => {
  const first = await initiate('Again')
  const params = { connectionId: first.id }
  await acme.instance.maintainer.call('POST', pathOf(CONSOLE_CALLS.revokeInvitation.path, params))
  const answer = await acme.instance.admin.call('POST', pathOf(CONSOLE_CALLS.reissueInvitation.path, params))
  const second = IssuedInvitation.parse(answer.result)
  expect(second.code).not.toBe(first.code)
  expect(await rowOf(acme, 'Again')).toMatchObject({ state: 'invited' })
  expect((await accept(second.code)).result).toMatchObject({ connection: { state: 'active' } })
  await untilState(acme, 'Again', 'active')
}, 60_000)

/** Status and code of what Acme's instance answers. */
const said = async (path: string, body: unknown) => {
  const { status, result } = await acme.instance.admin.call('POST', path, body)
  return [status, result?.['code']]
}

test('the refusals of a real node keep their names on the way through the instance', async () => {
  const { code } = await initiate('Refusals')
  expect(await said(CONSOLE_CALLS.previewInvitation.path, { text: 'hello' })).toEqual([400, 'code_malformed'])
  expect(await said(CONSOLE_CALLS.previewInvitation.path, { text: code.slice(0, -20) })).toEqual([
    400,
    'code_truncated',
  ])
  expect(await said(CONSOLE_CALLS.acceptInvitation.path, { text: code })).toEqual([409, 'own_invitation'])
  expect(await said(CONSOLE_CALLS.initiateConnection.path, { name: 'incomplete' })).toEqual([400, 'malformed'])
})

test('the status names the prerequisites; the instance is the one that is paired', async () => {
  const { result } = await acme.instance.auditor.call('GET', CONSOLE_CALLS.readStatus.path)
  const status = NodeStatus.parse(result)
  expect(status.instanceUrl).toBe(acme.instance.url)
  expect(status.prerequisites.filter(({ state }) => state === 'failed')).toEqual([])
})

test('no code and no token stand in the rows or logs of an instance', async () => {
  const { code } = await initiate('Secret')
  await accept(code)
  for (const company of [acme, globex]) {
    const everything = await company.instance.everythingStored()
    expect(everything).toContain('Secret')
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(code.slice(-40))
    expect(everything).not.toMatch(/accord1_[\w-]{8}/)
  }
}, 60_000)

test('a restart of the node loses nothing: the same token, the same connections', async () => {
  const again = await installedInstance('Restarted')
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-app-'))
  const settings = { ACCORD_DATA_DIR: dataDir, ACCORD_NODE_NAME: 'Restarted', ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }
  const overrides = { log: pino({ level: 'silent' }), show: () => undefined }
  let bridge = await createBridge(loadConfig({ ...settings, ACCORD_PORT: '0' }), overrides)
  try {
    const { pairingCode } = await bridge.services.pairing.issueCode()
    await again.admin.call('POST', CONSOLE_CALLS.pairNode.path, { pairingCode })
    const { port } = new URL(bridge.listenUrl)
    await bridge.close()
    expect((await again.admin.call('GET', CONSOLE_CALLS.readStatus.path)).result).toMatchObject({
      code: 'node_unreachable',
    })
    bridge = await createBridge(loadConfig({ ...settings, ACCORD_PORT: port }), overrides)
    expect((await again.admin.call('GET', CONSOLE_CALLS.readStatus.path)).status).toBe(200)
  } finally {
    await bridge.close()
    await again.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 60_000)
