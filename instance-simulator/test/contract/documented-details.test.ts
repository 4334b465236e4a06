import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

interface One {
  readonly result: { readonly sys_id: string; readonly caller_id: unknown; readonly download_link: string }
}

let instance: ContractTarget
let incident = ''
beforeAll(async () => {
  instance = await contractTarget()
  const made = await instance.call('POST', '/api/now/table/incident', { body: { short_description: 'details' } })
  incident = made.json<One>().result.sys_id
})
afterAll(async () => {
  await instance.call('DELETE', `/api/now/table/incident/${incident}`)
  await instance.close()
})

test.each(['true', 'True', 'TRUE'])('a parameter that is %s is true', async (yes) => {
  const query = `sysparm_query=sys_id=${incident}&sysparm_no_count=${yes}&sysparm_exclude_reference_link=${yes}`
  const answer = await instance.call('GET', `/api/now/table/incident?${query}&sysparm_display_value=${yes}`)
  expect(answer.headers.get('x-total-count')).toBeNull()
  expect(answer.text).not.toContain('"link"')
  expect(answer.text).toContain('"active":"true"')
})

test('one page has no Link, one of several has first, last, and the neighbours that exist', async () => {
  const list = (query: string) => instance.call('GET', `/api/now/table/incident?sysparm_fields=number&${query}`)
  expect((await list(`sysparm_query=sys_id=${incident}`)).headers.get('link')).toBeNull()
  const links = (await list('sysparm_limit=2&sysparm_offset=2')).headers.get('link') ?? ''
  expect([...links.matchAll(/rel="(\w+)"/g)].map(([, rel]) => rel)).toEqual(['first', 'prev', 'next', 'last'])
  const first = (await list('sysparm_limit=2')).headers.get('link') ?? ''
  expect([...first.matchAll(/rel="(\w+)"/g)].map(([, rel]) => rel)).toEqual(['first', 'next', 'last'])
})

test.each(['', '/v1', '/v2'])('an attachment asked for in /api/now%s links within that version', async (version) => {
  const root = `/api/now${version}/attachment`
  const path = `${root}/file?table_name=incident&table_sys_id=${incident}&file_name=a.txt`
  const answer = await instance.call('POST', path, { body: 'a', headers: { 'content-type': 'text/plain' } })
  const { sys_id: id, download_link: link } = answer.json<One>().result
  expect(answer.headers.get('location')).toBe(`${instance.baseUrl}${root}/${id}`)
  expect(link).toBe(`${instance.baseUrl}${root}/${id}/file`)
  expect((await instance.call('GET', new URL(link).pathname)).text).toBe('a')
})

test.each(['', '/v1', '/v2'])('a record asked for in /api/now%s links within that version', async (version) => {
  const root = `/api/now${version}/table`
  const made = await instance.call('POST', `${root}/incident`, { body: { short_description: 'version' } })
  const { sys_id: id } = made.json<One>().result
  expect(made.headers.get('location')).toBe(`${instance.baseUrl}${root}/incident/${id}`)
  const read = await instance.call('GET', `${root}/incident/${id}?sysparm_fields=opened_by`)
  const { link } = read.json<{ result: { opened_by: { link: string } } }>().result.opened_by
  expect(link.startsWith(`${instance.baseUrl}${root}/sys_user/`)).toBe(true)
  await instance.call('DELETE', `${root}/incident/${id}`)
})

test('a POST may stand for PATCH and DELETE, and leave out the body of its answer', async () => {
  const made = await instance.call('POST', '/api/now/table/incident', { body: { short_description: 'one' } })
  const path = `/api/now/table/incident/${made.json<One>().result.sys_id}`
  const as = (method: string) => ({ 'X-HTTP-Method-Override': method })
  const patched = await instance.call('POST', path, {
    body: { short_description: 'two' },
    headers: { ...as('PATCH'), 'X-no-response-body': 'true' },
  })
  expect([patched.status, patched.text]).toEqual([200, ''])
  expect((await instance.call('GET', path)).text).toContain('"short_description":"two"')
  expect((await instance.call('POST', path, { headers: as('DELETE') })).status).toBe(204)
  expect((await instance.call('GET', path)).status).toBe(404)
})

test('several records in one body are refused, none is made', async () => {
  const body = [{ short_description: 'several-1' }, { short_description: 'several-2' }]
  const answer = await instance.call('POST', '/api/now/table/incident', { body })
  expect(answer.status).toBe(400)
  const found = await instance.call('GET', '/api/now/table/incident?sysparm_query=short_descriptionSTARTSWITHseveral-')
  expect(found.headers.get('x-total-count')).toBe('0')
})
