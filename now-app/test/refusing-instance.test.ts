import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, DIAGNOSIS_STAGES, INSTANCE_API, pathOf } from '@accord/shared/protocol'
import { ConnectionDetail, ConnectionDiagnosis, IssuedInvitation, type Finding } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { createBridge, type Bridge } from '../../node-bridge/src/bridge.ts'
import { loadConfig } from '../../node-bridge/src/config/config.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { installedInstance, type TestInstance } from './installed-instance.ts'
import { TABLES } from '../src/server/names.ts'

let dataDir: string
let instance: TestInstance
let bridge: Bridge
const lines: string[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-refusing-'))
  const config = loadConfig({ ACCORD_DATA_DIR: dataDir, ACCORD_PORT: '0', ACCORD_ALLOW_HTTP_LOOPBACK: 'true' })
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  bridge = await createBridge(config, { log, show: () => undefined })
  instance = await installedInstance()
  const { pairingCode } = await bridge.services.pairing.issueCode()
  expect((await instance.admin.call('POST', CONSOLE_CALLS.pairNode.path, { pairingCode })).status).toBe(200)
}, 240_000)

afterAll(async () => {
  await bridge?.close()
  await instance?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const EVENTS = DEFAULT_API_BASE + INSTANCE_API.events
const initiate = async (name: string): Promise<string> => {
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name, description: '' }
  const body = { requestId: randomUUID(), destinationUrl: null, mode: 'script', ...names }
  const { result } = await instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, body)
  return IssuedInvitation.parse(result).connection.id
}
const revoke = async (connectionId: string) => {
  const path = pathOf(CONSOLE_CALLS.revokeInvitation.path, { connectionId })
  return ConnectionDetail.parse((await instance.admin.call('POST', path)).result).connection.state
}
/** As the page asks for it, stage by stage. */
const rowsStepOf = async (connectionId: string) => {
  const path = pathOf(CONSOLE_CALLS.diagnoseConnection.path, { connectionId })
  const { result } = await instance.admin.call('POST', path, { stage: DIAGNOSIS_STAGES.length - 1 })
  return ConnectionDiagnosis.parse(result).results.find(({ step }) => step === 'rows')
}
const rowOf = async (name: string) => (await instance.admin.rows(TABLES.connection, `name=${name}`))[0]
const findingOf = async (code: string): Promise<Finding | undefined> =>
  (await bridge.services.node.status()).prerequisites.find((finding) => finding.code === code)
const isIdle = async () =>
  (await findingOf('last_callback'))?.detail.includes('took the last event') ? true : undefined

async function fault(body: object): Promise<() => Promise<unknown>> {
  const { url } = instance
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/_simulator/faults`, { method: 'POST', headers, body: JSON.stringify(body) })
  const { id } = (await answer.json()) as { id: string }
  return () => fetch(`${url}/_simulator/faults/${id}`, { method: 'DELETE' })
}

const RULE = (name: string) => ({
  name: 'No plants', collection: TABLES.connection, when: 'before', order: '50', active: 'true', advanced: 'true',
  action_insert: 'true', action_update: 'true',
  script: `if (current.getValue('name') == '${name}') { gs.addErrorMessage('Plants need the consent of facilities.'); current.setAbortAction(true) }`,
}) // prettier-ignore

test('a rule of the customer that refuses the rows of one connection is a finding in its own words; others go on, and it heals', async () => {
  const rule = await instance.mutate('insert', 'sys_script', undefined, RULE('Plant'))
  const plant = await initiate('Plant')
  const finding = await eventually('the finding', () => findingOf('row_refused'))
  expect(finding).toMatchObject({
    state: 'failed',
    detail: expect.stringContaining(`“${TABLES.connection}: Plants need the consent of facilities.”`),
    remedy: expect.stringContaining('the tables of Accord'),
  })
  expect(await rowOf('Plant')).toBeUndefined()
  const other = await initiate('Office')
  expect(await revoke(other)).toBe('revoked')
  await eventually('the other connection is informed', isIdle)
  expect(await rowOf('Office')).toMatchObject({ state: 'revoked' })
  expect(await findingOf('row_refused')).toMatchObject({ state: 'failed' })
  const job = await eventually('the job is listed', async () => {
    const { jobs } = await bridge.services.jobs.listStuck()
    return jobs.find(({ code }) => code === 'row_refused')
  })
  expect(job).toMatchObject({ queue: 'callback', state: 'retrying', connection: { name: 'Plant' } })
  expect(job.lastError).toContain('Plants need the consent of facilities.')
  expect(lines.join('')).toContain('Plants need the consent of facilities.')
  expect(await rowsStepOf(plant)).toMatchObject({
    result: 'failed',
    problem: 'row_refused',
    detail: expect.stringContaining(`“${TABLES.connection}: Plants need the consent of facilities.”`),
    responsible: 'local-admin',
  })
  expect(await rowsStepOf(other)).toMatchObject({ result: 'ok', problem: null })
  await instance.mutate('delete', 'sys_script', rule['sys_id'], {})
  await eventually('the row is there', () => rowOf('Plant'), { withinMs: 40_000 })
  await eventually('the finding is gone', async () => ((await findingOf('row_refused')) ? undefined : true))
  expect(await rowsStepOf(plant)).toMatchObject({ result: 'ok', problem: null })
}, 120_000)

test.each([TABLES.connectionSnapshot, TABLES.invitation, TABLES.handshakeLog])(
  'a rule on %s is seen as well',
  async (table) => {
    const end = await fault({ kind: 'abortingRule', table, message: 'Frozen for the audit.' })
    await initiate(`Frozen ${table}`)
    const finding = await eventually('the finding', () => findingOf('row_refused'))
    expect(finding.detail).toContain(`“${table}: Frozen for the audit.”`)
    await end()
    await eventually('it heals', async () => ((await findingOf('row_refused')) ? undefined : true), {
      withinMs: 40_000,
    })
  },
  60_000,
)

test('a data policy of the customer that asks for what a row does not have is a finding in its own words, and heals', async () => {
  const [app] = await instance.admin.rows('sys_app', 'scope=x_accrd_bridge')
  const policy = await instance.mutate('insert', 'sys_data_policy2', undefined, {
    short_description: 'Say what it is for', model_table: TABLES.connection, active: 'true',
    conditions: 'name=Unexplained^EQ', sys_scope: app?.['sys_id'] ?? '',
  }) // prettier-ignore
  await instance.mutate('insert', 'sys_data_policy_rule', undefined, {
    sys_data_policy: policy['sys_id'] ?? '', table: TABLES.connection, field: 'description', mandatory: 'true',
  }) // prettier-ignore
  await initiate('Unexplained')
  const finding = await eventually('the finding', () => findingOf('row_refused'))
  expect(finding.detail).toContain(
    `“${TABLES.connection}: Data Policy Exception: The following fields are mandatory: Description”`,
  )
  expect(await rowOf('Unexplained')).toBeUndefined()
  await instance.mutate('update', 'sys_data_policy2', policy['sys_id'], { active: 'false' })
  await eventually('the row is there', () => rowOf('Unexplained'), { withinMs: 40_000 })
  await eventually('the finding is gone', async () => ((await findingOf('row_refused')) ? undefined : true))
}, 120_000)

test('a rule that refuses to delete what a newer row replaces is seen, and the newer row is right all the same', async () => {
  const id = await initiate('Kept for ever')
  await eventually('all is sent', isIdle)
  const rule = await instance.mutate('insert', 'sys_script', undefined, {
    name: 'Nothing is deleted', collection: TABLES.connectionSnapshot, when: 'before', order: '50', active: 'true', advanced: 'true',
    action_delete: 'true', script: "gs.addErrorMessage('Records are kept for ten years.'); current.setAbortAction(true)",
  }) // prettier-ignore
  await revoke(id)
  const finding = await eventually('the finding', () => findingOf('row_refused'))
  expect(finding.detail).toContain(`“${TABLES.connectionSnapshot}: Records are kept for ten years.”`)
  expect(await rowOf('Kept for ever')).toMatchObject({ state: 'revoked' })
  await instance.mutate('delete', 'sys_script', rule['sys_id'], {})
  await eventually('it heals', async () => ((await findingOf('row_refused')) ? undefined : true), { withinMs: 40_000 })
}, 120_000) // prettier-ignore

test('an instance that limits its calls is left alone as long as it says, by name', async () => {
  const id = await initiate('Limited')
  await eventually('all is sent', isIdle)
  const end = await fault({ kind: 'rateLimited', path: EVENTS, retryAfterSeconds: 6, count: 1 })
  const from = Date.now()
  await revoke(id)
  await eventually('the reason is shown', async () =>
    (await findingOf('last_callback'))?.detail.includes('limits how often') ? true : undefined,
  )
  expect(await findingOf('last_callback')).toMatchObject({ remedy: expect.stringContaining('rate limit') })
  await eventually('it is sent', isIdle, { withinMs: 40_000 })
  expect(Date.now() - from).toBeGreaterThanOrEqual(6000)
  await end()
}, 60_000)

test('an instance that limits its calls is left alone by the callbacks of every connection', async () => {
  const [first, second] = [await initiate('Limited first'), await initiate('Limited second')]
  await eventually('all is sent', isIdle)
  const end = await fault({ kind: 'rateLimited', path: EVENTS, retryAfterSeconds: 6, count: 1 })
  await revoke(first)
  await eventually('the reason is shown', async () =>
    (await findingOf('last_callback'))?.detail.includes('limits how often') ? true : undefined,
  )
  const from = Date.now()
  // Only one call was refused: whoever came now would be answered.
  await revoke(second)
  const answered = await eventually('the second connection is informed', async () =>
    lines.some((line) => line.includes(second) && line.includes('callback_rate_limited')) ? true : undefined,
  )
  expect([answered, Date.now() - from < 5000]).toEqual([true, true])
  await eventually('it is sent', isIdle, { withinMs: 40_000 })
  expect(Date.now() - from).toBeGreaterThanOrEqual(4500)
  await end()
}, 60_000)

test.each([
  ['hibernation', 'hibernates'],
  ['forbidden', '403'],
])(
  '%s is named, and passes',
  async (kind, words) => {
    const end = await fault({ kind, path: EVENTS })
    const id = await initiate(`Fault ${kind}`)
    await revoke(id)
    await eventually('it is named', async () =>
      (await findingOf('last_callback'))?.detail.includes(words) ? true : undefined,
    )
    await end()
    await eventually('it is sent', isIdle, { withinMs: 40_000 })
  },
  60_000,
)

test('the try of the prerequisites names the page of a sleeping instance', async () => {
  const end = await fault({ kind: 'hibernation', path: DEFAULT_API_BASE })
  const { prerequisites } = await bridge.services.node.checkPrerequisites()
  await end()
  expect(prerequisites.find(({ code }) => code === 'instance_reachable')).toMatchObject({
    state: 'warning',
    detail: expect.stringContaining('instance_hibernates'),
  })
}, 60_000)
