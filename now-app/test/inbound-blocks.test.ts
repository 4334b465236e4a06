import { randomUUID } from 'node:crypto'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, DIAGNOSIS_STAGES, ERROR_CODES, type ErrorCode, pathOf } from '@accord/shared/protocol'
import { ConnectionDiagnosis, IssuedInvitation, type Finding } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { startCompany, type Company } from './company.ts'

let company: Company

beforeAll(async () => {
  company = await startCompany('Blocking')
}, 240_000)
afterAll(() => company?.close())

const initiate = async (name: string): Promise<string> => {
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name, description: '' }
  const body = { requestId: randomUUID(), destinationUrl: null, mode: 'script', ...names }
  const { result } = await company.instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, body)
  return IssuedInvitation.parse(result).connection.id
}

const control = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${company.instance.url}/_simulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return answer.status === 204 ? undefined : ((await answer.json()) as Record<string, unknown>)
}
const guests = async () => ((await control('GET', 'sessions')) as { guests: { begun: number } }).guests.begun

const findingOf = async (code: string): Promise<Finding | undefined> =>
  (await company.bridge.services.node.status()).prerequisites.find((finding) => finding.code === code)
const isWell = async () => ((await findingOf('last_callback'))?.state === 'ok' ? true : undefined)
const isStored = (connectionId: string) => async () =>
  (await company.instance.admin.rows('x_accrd_bridge_connection', `node_connection_id=${connectionId}`)).length === 1
    ? true
    : undefined

test('the node is one guest of its instance, however often it calls', async () => {
  const before = await guests()
  for (let nth = 0; nth < 12; nth += 1) await eventually('the row', isStored(await initiate(`One by one ${nth}`)))
  // The console's changes of one connection may be sent by two callbacks at once.
  expect((await guests()) - before).toBeLessThanOrEqual(3)
  for (let nth = 0; nth < 5; nth += 1) await company.bridge.services.node.checkPrerequisites()
  expect((await guests()) - before).toBeLessThanOrEqual(3)
}, 120_000)

test('many calls at once share no session, so that the instance ignores none of them', async () => {
  const before = await guests()
  const ids = await Promise.all(Array.from({ length: 24 }, (_, nth) => initiate(`At once ${nth}`)))
  for (const id of ids) await eventually('the row', isStored(id), { withinMs: 30_000 })
  // On a machine under load a call may run out of time, and leaves its session to the instance.
  const late = company.log().split('timed_out').length - 1
  expect((await guests()) - before - late).toBeLessThanOrEqual(16)
  expect(await company.instance.everythingStored()).not.toContain('Request ignored')
}, 120_000)

test('an instance that has forgotten its sessions is informed all the same, by a new one; no cookie is logged', async () => {
  await control('DELETE', 'sessions')
  await eventually('the row', isStored(await initiate('After a restart')))
  await eventually('the finding is gone', isWell)
  expect(company.log()).not.toContain('JSESSIONID')
}, 60_000)

const rowsStepOf = async (connectionId: string) => {
  const path = pathOf(CONSOLE_CALLS.diagnoseConnection.path, { connectionId })
  const { result } = await company.instance.admin.call('POST', path, { stage: DIAGNOSIS_STAGES.length - 1 })
  return ConnectionDiagnosis.parse(result).results.find(({ step }) => step === 'rows')
}

const POLICY_404 = { name: 'glide.authenticate.global.blocking_policy.error_code', value: '404' }

test.each<[string, string, ErrorCode, Record<string, string> | undefined]>([
  ['IP address access control', 'addressDenied', 'instance_blocks_caller', undefined],
  ['adaptive authentication that answers 403', 'policyDenied', 'instance_blocks_caller', undefined],
  ['adaptive authentication that answers 404', 'policyDenied', 'instance_blocks_caller', POLICY_404],
  ['a REST API access policy', 'apiPolicyDenied', 'instance_wants_login', undefined],
  ['an ACL of the route', 'forbidden', 'instance_acl_refuses', undefined],
  ['a proxy before the instance', 'proxyDenied', 'gateway_page', undefined],
])(
  '%s is named with its remedy wherever an admin looks, and heals',
  async (what, kind, code, property) => {
    const { instance, bridge } = company
    if (property) await instance.mutate('insert', 'sys_properties', undefined, property)
    // The page of the admin goes on: only what the node calls is blocked.
    const paths = ['/v1/events', '/v1/discovery'].map((path) => DEFAULT_API_BASE.replace(/\/v1$/u, '') + path)
    const ids: string[] = []
    for (const path of paths) ids.push(String((await control('POST', 'faults', { kind, path }))?.['id']))
    const connectionId = await initiate(`Blocked: ${what}`)
    const { remedy } = ERROR_CODES[code]
    const last = await eventually('the finding', async () => {
      const finding = await findingOf('last_callback')
      return finding?.problem === code ? finding : undefined
    })
    expect(last).toMatchObject({ state: 'warning', remedy })
    const { prerequisites } = await bridge.services.node.checkPrerequisites()
    const reachable = prerequisites.find((finding) => finding.code === 'instance_reachable')
    expect(reachable).toMatchObject({ state: 'warning', problem: code, remedy })
    expect(await rowsStepOf(connectionId)).toMatchObject({ result: 'warning', problem: code, remedy })
    for (const id of ids) await control('DELETE', `faults/${id}`)
    await eventually('the row', isStored(connectionId), { withinMs: 40_000 })
    await eventually('the finding is gone', isWell)
  },
  90_000,
)

test('a blocked caller begins no session', async () => {
  await control('POST', 'faults', { kind: 'addressDenied', path: '/api/' })
  const before = await guests()
  const answer = await company.instance.nobody.call('GET', '/discovery')
  await control('DELETE', 'faults')
  expect([answer.status, answer.headers.get('set-cookie'), (await guests()) - before]).toEqual([403, null, 0])
})
