import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
const made: string[] = []
const tag = `stats ${Date.now()}`

async function make(values: Readonly<Record<string, string>>): Promise<void> {
  const answer = await instance.call('POST', '/api/now/table/incident', { body: { short_description: tag, ...values } })
  made.push(answer.json<{ result: { sys_id: string } }>().result.sys_id)
}

beforeAll(async () => {
  instance = await contractTarget()
  await make({ category: 'network', reassignment_count: '1' })
  await make({ category: 'network', reassignment_count: '4' })
  await make({ category: 'software', reassignment_count: '2' })
})
afterAll(async () => {
  for (const sysId of made) await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  await instance.close()
})

const stats = async (parameters: Readonly<Record<string, string>>) => {
  const query = new URLSearchParams({ sysparm_query: `short_description=${tag}`, ...parameters })
  return (await instance.call('GET', `/api/now/v1/stats/incident?${query}`)).json<{ result: unknown }>().result
}

describe('the Aggregate API', () => {
  test('counts, adds up and finds the ends', async () => {
    const fields = 'reassignment_count'
    const asked = { sysparm_count: 'true', sysparm_sum_fields: fields, sysparm_avg_fields: fields, sysparm_min_fields: fields, sysparm_max_fields: fields } // prettier-ignore
    expect(await stats(asked)).toEqual({
      stats: {
        count: '3',
        sum: { reassignment_count: '7' },
        avg: { reassignment_count: '2.3333' },
        min: { reassignment_count: '1' },
        max: { reassignment_count: '4' },
      },
    })
  })

  test('groups, in the order asked for, with display values', async () => {
    const groups = await stats({
      sysparm_count: 'true', sysparm_group_by: 'category', sysparm_order_by: 'COUNT^DESC', sysparm_display_value: 'true',
    }) // prettier-ignore
    expect(groups).toEqual([
      { stats: { count: '2' }, groupby_fields: [{ field: 'category', value: 'Network' }] },
      { stats: { count: '1' }, groupby_fields: [{ field: 'category', value: 'Software' }] },
    ])
    expect(await stats({ sysparm_group_by: 'category', sysparm_order_by: 'category^DESC', sysparm_display_value: 'all' })).toEqual([
      { stats: {}, groupby_fields: [{ field: 'category', value: 'software', display_value: 'Software' }] },
      { stats: {}, groupby_fields: [{ field: 'category', value: 'network', display_value: 'Network' }] },
    ]) // prettier-ignore
  })

  test('keeps the groups that have what is asked for', async () => {
    const having = { sysparm_having: 'count^category^>^1', sysparm_count: 'true', sysparm_group_by: 'category' }
    expect(await stats(having)).toEqual([
      { stats: { count: '2' }, groupby_fields: [{ field: 'category', value: 'network' }] },
    ])
  })
})

interface BatchAnswer {
  readonly batch_request_id: string
  readonly serviced_requests: readonly { id: string; status_code: number; body: string; headers?: object[] }[]
  readonly unserviced_requests: readonly string[]
}

async function batch(requests: readonly object[], headers = {}): Promise<BatchAnswer> {
  const body = { batch_request_id: '1', rest_requests: requests }
  return (await instance.call('POST', '/api/now/v1/batch', { body, headers })).json<BatchAnswer>()
}
const decoded = (body: string) => JSON.parse(Buffer.from(body, 'base64').toString('utf8')) as { result: unknown }

describe('the Batch API', () => {
  test('serves each request in turn, with its own answer', async () => {
    const body = Buffer.from(JSON.stringify({ short_description: tag })).toString('base64')
    const headers = [{ name: 'Content-Type', value: 'application/json' }, { name: 'Accept', value: 'application/json' }] // prettier-ignore
    const answer = await batch([
      { id: 'a', method: 'POST', url: '/api/now/table/incident', headers, body },
      { id: 'b', method: 'GET', url: `/api/now/stats/incident?sysparm_count=true&sysparm_query=short_description=${encodeURIComponent(tag)}`, headers, exclude_response_headers: true }, 
      { id: 'c', method: 'GET', url: '/api/now/table/no_such_table', headers },
    ]) // prettier-ignore
    const [created, counted, missing] = answer.serviced_requests
    made.push((decoded(created?.body ?? '').result as { sys_id: string }).sys_id)
    expect(answer).toMatchObject({ batch_request_id: '1', unserviced_requests: [] })
    expect([created?.status_code, counted?.status_code, missing?.status_code]).toEqual([201, 200, 400])
    expect(decoded(counted?.body ?? '').result).toEqual({ stats: { count: '4' } })
    expect([created?.headers !== undefined, counted?.headers]).toEqual([true, undefined])
  })

  test('leaves undone what is too large, and all behind it', async () => {
    const list = { method: 'GET', url: '/api/now/table/sys_choice?sysparm_limit=50', headers: [] }
    const small = { method: 'GET', url: '/api/now/table/incident?sysparm_limit=1&sysparm_fields=number', headers: [] }
    const requests = [
      { id: 'a', ...small },
      { id: 'b', ...list },
      { id: 'c', ...small },
    ]
    const answer = await batch(requests, { 'x-batchrequest-max-output-size': '200' })
    expect(answer.serviced_requests.map(({ id }) => id)).toEqual(['a'])
    expect(answer.unserviced_requests).toEqual(['b', 'c'])
  })

  test('goes nowhere else and serves nobody without credentials', async () => {
    const elsewhere = await instance.call('POST', '/api/now/v1/batch', {
      body: { rest_requests: [{ id: 'a', method: 'GET', url: '//example.com/' }] },
    })
    expect(elsewhere.status).toBe(400)
    const nobody = await instance.call('POST', '/api/now/v1/batch', { anonymous: true, body: { rest_requests: [] } })
    expect(nobody.status).toBe(401)
  })
})
