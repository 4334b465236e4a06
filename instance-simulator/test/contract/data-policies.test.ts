import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
const made: string[] = []
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(async () => {
  for (const path of made.toReversed()) await instance.call('DELETE', path)
  await instance.close()
})

const add = async (table: string, body: object) => {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
  expect(answer.status).toBe(201)
  const { sys_id: id = '' } = answer.json<{ result: { sys_id?: string } }>().result
  made.push(`/api/now/table/${table}/${id}`)
  return id
}

async function policy(marker: string, rule: object): Promise<string> {
  const id = await add('sys_data_policy2', {
    short_description: `Contract ${marker}`,
    model_table: 'incident',
    conditions: `short_description=${marker}^EQ`,
    active: 'true',
    reverse_if_false: 'true',
  })
  await add('sys_data_policy_rule', { sys_data_policy: id, table: 'incident', ...rule })
  return id
}

const post = (body: object) => instance.call('POST', '/api/now/table/incident', { body })
const refusalOf = ({ status, json }: Awaited<ReturnType<typeof post>>) => [
  status,
  json<{ error?: { message: string; detail: string } }>().error,
]

test('a field that a data policy makes mandatory has to be filled, where its conditions hold', async () => {
  await policy('needs words', { field: 'description', mandatory: 'true' })
  const refused = [
    403,
    {
      message: 'Operation Failed',
      detail: 'Data Policy Exception: The following fields are mandatory: Description',
    },
  ]
  expect(refusalOf(await post({ short_description: 'needs words' }))).toEqual(refused)
  const id = await add('incident', { short_description: 'needs words', description: 'some' })
  const change = (body: object) => instance.call('PATCH', `/api/now/table/incident/${id}`, { body })
  expect(refusalOf(await change({ description: '' }))).toEqual(refused)
  expect((await change({ description: '', short_description: 'needs none' })).status).toBe(200)
})

test('a field that a data policy makes read only refuses the whole record', async () => {
  const id = await add('incident', { short_description: 'kept', description: 'first' })
  await policy('kept', { field: 'description', disabled: 'true' })
  const change = (body: object) => instance.call('PATCH', `/api/now/table/incident/${id}`, { body })
  const [status, error] = refusalOf(await change({ description: 'second', urgency: '1' }))
  expect([status, error]).toEqual([
    403,
    expect.objectContaining({ detail: expect.stringContaining('Data Policy Exception: ') }),
  ])
  const read = await instance.call('GET', `/api/now/table/incident/${id}?sysparm_fields=description,urgency`)
  expect(read.json<{ result: object }>().result).toEqual({ description: 'first', urgency: '3' })
  expect((await change({ urgency: '1' })).status).toBe(200)
})

test('a policy that is not active is none', async () => {
  const id = await policy('sleeps', { field: 'description', mandatory: 'true' })
  await instance.call('PATCH', `/api/now/table/sys_data_policy2/${id}`, { body: { active: 'false' } })
  await add('incident', { short_description: 'sleeps' })
})
