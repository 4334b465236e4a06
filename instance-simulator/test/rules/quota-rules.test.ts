import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from '../contract/target.ts'
import { heldServer, type HeldServer } from '../held-server.ts'

let instance: ContractTarget
let peer: HeldServer
beforeEach(async () => {
  instance = await contractTarget()
  peer = await heldServer()
})
afterEach(async () => {
  peer.close()
  await instance.close()
})

const CANCELLED = 'Transaction cancelled: maximum execution time exceeded'
const rules = '/api/now/table/sysrule_quota'
const incidents = '/api/now/table/incident'
/** Waits for a system that answers nobody. */
const wait = () =>
  `var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('get'); m.setEndpoint('${peer.url}'); m.execute();`
const say = (what: string) =>
  `var gr = new GlideRecord('problem'); gr.initialize(); gr.short_description = '${what}'; gr.insert();`

type Values = Readonly<Record<string, string>>
const add = async (table: string, body: Values): Promise<string> => {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
  expect(answer.status).toBe(201)
  return answer.json<{ result: { sys_id: string } }>().result.sys_id
}
const found = async (table: string, query: string): Promise<readonly Values[]> => {
  const path = `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}`
  return (await instance.call('GET', path)).json<{ result: Values[] }>().result
}
/** A rule of the platform by its name, with so many seconds instead of its own. */
const shorten = async (name: string, seconds: number) => {
  const [rule] = await found('sysrule_quota', `name=${name}`)
  await instance.call('PATCH', `${rules}/${rule?.['sys_id']}`, { body: { max_duration: String(seconds) } })
}
const rule = (when: string, script: string) =>
  add('sys_script', { name: when, collection: 'incident', when, active: 'true', action_insert: 'true', filter_condition: 'short_description=slow', script }) // prettier-ignore
const insert = () => instance.call('POST', incidents, { body: { short_description: 'slow' } })

test('the platform’s default rules are there: a minute for its REST APIs, five for the rest, less two seconds', async () => {
  const limits = (await found('sysrule_quota', 'active=true')).map((row) => [row['name'], row['max_duration']])
  expect(limits.toSorted()).toEqual([
    ['REST Aggregate API request timeout', '60'],
    ['REST Attachment API request timeout', '60'],
    ['REST Import Set API request timeout', '60'],
    ['REST Table API request timeout', '60'],
    ['REST and JSON Catch All', '298'],
    ['UI Transactions', '298'],
  ])
})

describe('a call that takes longer than the rule of its API', () => {
  test('is cancelled, what it has written stays, and its asynchronous rules have their own time', async () => {
    await rule('before', say('written') + wait())
    await shorten('REST Table API request timeout', 3)
    const answer = await insert()
    expect([answer.status, answer.json()]).toEqual([
      500,
      { error: { message: CANCELLED, detail: CANCELLED }, status: 'failure' },
    ])
    expect(peer.held).toBe(1)
    expect(await found('problem', 'short_description=written')).toHaveLength(1)
    expect(await found('incident', 'short_description=slow')).toHaveLength(0)
  })

  test('is the call of that API only; of all rules that match, the shortest holds', async () => {
    const script = `(function () { ${wait()} })()`
    const service = await add('sys_ws_definition', { name: 'slow', service_id: 'slow', active: 'true' })
    await add('sys_ws_operation', { name: 'slow', web_service_definition: service, http_method: 'GET', relative_path: '/wait', operation_script: script, requires_acl_authorization: 'false', active: 'true' }) // prettier-ignore
    const [{ operation_uri: path = '' } = {}] = await found('sys_ws_operation', 'name=slow')
    await shorten('UI Transactions', 1)
    const first = instance.call('GET', path)
    await peer.holds(1)
    peer.release()
    expect((await first).status).toBe(200)
    const slow = await heldServer()
    const [{ sys_id: id } = {}] = await found('sys_ws_operation', 'name=slow')
    await instance.call('PATCH', `/api/now/table/sys_ws_operation/${id}`, { body: { operation_script: script.replace(peer.url, slow.url) } }) // prettier-ignore
    await add('sysrule_quota', { name: 'mine', condition: `type=rest^urlLIKE${path}^user=${await adminId()}`, max_duration: '1', order: '900' }) // prettier-ignore
    const answer = await instance.call('GET', path)
    expect([answer.status, answer.json<{ error: { message: string } }>().error.message]).toEqual([500, CANCELLED])
    slow.close()
  })
})

const adminId = async () => (await found('sys_user', 'user_name=admin'))[0]?.['sys_id'] ?? ''

test('what a call has queued is not cancelled with it: work in the background has rules of its own', async () => {
  await rule('async', wait() + say('later'))
  await add('sysrule_quota', {
    name: 'incidents',
    condition: 'type=rest^urlENDSWITH/table/incident',
    max_duration: '3',
  })
  expect((await insert()).status).toBe(201)
  await peer.holds(1)
  // The time of the call that has queued it is over before it is answered.
  await new Promise((resolve) => setTimeout(resolve, 3_100))
  peer.release()
  await instance.call('POST', '/_simulator/settled')
  expect(await found('problem', 'short_description=later')).toHaveLength(1)
})

test('a scheduled job is cancelled by a rule for the scheduler', async () => {
  const job = await add('sysauto_script', { name: 'nightly', active: 'true', run_type: 'on_demand', script: say('begun') + wait() }) // prettier-ignore
  await add('sysrule_quota', { name: 'jobs', condition: 'type=scheduler^urlSTARTSWITHnight', max_duration: '2' })
  const answer = await instance.call('POST', `/_simulator/jobs/${job}/run`)
  expect(answer.text).toContain(CANCELLED)
  expect(await found('problem', 'short_description=begun')).toHaveLength(1)
})

test('what a rule asks and the simulator does not know is refused by name, not dropped', async () => {
  await add('sysrule_quota', { name: 'odd', condition: 'homepage=1', max_duration: '1' })
  await add('sysrule_quota', { name: 'much', condition: 'type=soap', max_rules: '5' })
  await found('sysrule_quota', 'name=odd')
  const { records } = (await instance.call('GET', '/_simulator/coverage')).json<{ records: Values[] }>()
  const said = records.filter(({ name }) => name === 'odd' || name === 'much')
  expect(said.map(({ name, status, note }) => [name, status, note])).toEqual([
    ['much', 'refused', 'not simulated: max_rules'],
    ['odd', 'refused', 'not simulated: the condition homepage of a quota rule'],
  ])
})
