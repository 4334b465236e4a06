import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
let tracker = ''
beforeAll(async () => {
  instance = await createInstance({ name: 'progress', port: 0 })
  const { store } = instance
  tracker = store.insert('sys_execution_tracker', { name: 'x', state: '1' }, systemCaller)['sys_id'] ?? ''
  for (const name of ['pipeline', 'clerk'])
    store.insert('sys_user', { user_name: name, user_password: name, active: 'true' }, systemCaller)
  const role = store.insert('sys_user_role', { name: 'sn_cicd.sys_ci_automation' }, systemCaller)
  const [user] = store.query('sys_user', { encoded: 'user_name=pipeline' }, systemCaller)
  const held = { user: user?.['sys_id'] ?? '', role: role['sys_id'] ?? '' }
  store.insert('sys_user_has_role', held, systemCaller)
})
afterAll(() => instance.close())

test.each([
  ['admin', 200],
  ['pipeline', 200],
  ['clerk', 403],
])('of an installation %s is answered %i', async (name, status) => {
  const headers = { authorization: `Basic ${Buffer.from(`${name}:${name}`).toString('base64')}` }
  const answer = await fetch(`${instance.baseUrl}/api/sn_cicd/progress/${tracker}`, { headers })
  expect(answer.status).toBe(status)
  const refusal = { error: { message: 'User Not Authorized' }, status: 'failure' }
  expect(await answer.json()).toMatchObject(status === 200 ? { result: { status_label: 'Running' } } : refusal)
})
