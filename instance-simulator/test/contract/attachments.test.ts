import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

interface Attachment {
  readonly sys_id: string
  readonly file_name: string
  readonly size_bytes: string
  readonly download_link: string
  readonly hash: string
}

let instance: ContractTarget
let incident = ''

beforeAll(async () => {
  instance = await contractTarget()
  const created = await instance.call('POST', '/api/now/table/incident', {
    body: { short_description: 'Carries files' },
  })
  incident = created.json<{ result: { sys_id: string } }>().result.sys_id
})
afterAll(async () => {
  await instance.call('DELETE', `/api/now/table/incident/${incident}`)
  await instance.close()
})

const attach = (name: string, bytes: Uint8Array, table = 'incident', sysId = incident) =>
  instance.call('POST', `/api/now/attachment/file?table_name=${table}&table_sys_id=${sysId}&file_name=${name}`, {
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  })

test('a file comes back byte for byte, is listed, and is gone when deleted', async () => {
  const bytes = randomBytes(1_500_000)
  const answer = await attach('noise.bin', bytes)
  expect(answer.status).toBe(201)
  const { result } = answer.json<{ result: Attachment }>()
  expect(result).toMatchObject({ file_name: 'noise.bin', size_bytes: String(bytes.length) })

  const basic = `Basic ${Buffer.from(`${instance.user}:${instance.password}`).toString('base64')}`
  const file = await fetch(result.download_link, { headers: { authorization: basic } })
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)

  const listed = await instance.call('GET', `/api/now/attachment?sysparm_query=table_sys_id=${incident}`)
  expect(listed.json<{ result: Attachment[] }>().result.map((each) => each.sys_id)).toContain(result.sys_id)

  expect((await instance.call('DELETE', `/api/now/attachment/${result.sys_id}`)).status).toBe(204)
  expect((await instance.call('GET', `/api/now/attachment/${result.sys_id}`)).status).toBe(404)
})

test('a form uploads as well', async () => {
  const form = new FormData()
  form.set('table_name', 'incident')
  form.set('table_sys_id', incident)
  form.set('uploadFile', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt')
  const basic = `Basic ${Buffer.from(`${instance.user}:${instance.password}`).toString('base64')}`
  const answer = await fetch(`${instance.baseUrl}/api/now/attachment/upload`, {
    method: 'POST',
    body: form,
    headers: { authorization: basic },
  })
  expect(answer.status).toBe(201)
  expect(((await answer.json()) as { result: Attachment }).result).toMatchObject({
    file_name: 'hello.txt',
    size_bytes: '5',
  })
})

test('a file needs a record to hang on, and a name', async () => {
  expect((await attach('lost.bin', Buffer.from('x'), 'incident', 'b'.repeat(32))).status).toBe(404)
  expect((await attach('lost.bin', Buffer.from('x'), 'no_such_table')).status).toBe(400)
  expect((await attach('', Buffer.from('x'))).status).toBe(400)
})

test('more than 10 MB are taken', async () => {
  expect((await attach('large.bin', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(201)
})
