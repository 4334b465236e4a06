import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

interface Incident {
  readonly result: { readonly sys_id: string; readonly state: string; readonly comments_and_work_notes: string }
}

let instance: ContractTarget
const made: string[] = []
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(async () => {
  for (const sysId of made) await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  await instance.close()
})

test('a label of sys_choice is taken and shown where display values are asked for', async () => {
  const path = '/api/now/table/incident?sysparm_input_display_value=true&sysparm_display_value=true'
  const answer = await instance.call('POST', path, { body: { short_description: 'label', state: 'In Progress' } })
  const { result } = answer.json<Incident>()
  made.push(result.sys_id)
  expect(result.state).toBe('In Progress')
  const stored = await instance.call('GET', `/api/now/table/incident/${result.sys_id}`)
  expect(stored.json<Incident>().result.state).toBe('2')
})

test('comments_and_work_notes shows every journal of the record', async () => {
  const body = { short_description: 'journals', comments: 'to the caller\n\nsecond paragraph', work_notes: 'for us' }
  const created = (await instance.call('POST', '/api/now/table/incident', { body })).json<Incident>()
  made.push(created.result.sys_id)
  const path = `/api/now/table/incident/${created.result.sys_id}?sysparm_display_value=true`
  const { comments_and_work_notes: text } = (await instance.call('GET', path)).json<Incident>().result
  expect(text).toContain('(Additional comments)\nto the caller\n\nsecond paragraph\n')
  expect(text).toContain('(Work notes)\nfor us\n')
})
