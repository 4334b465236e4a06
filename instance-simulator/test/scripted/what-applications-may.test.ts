import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { heldServer } from '../held-server.ts'
import { startShelf, type ShelfInstance } from '../shelf-instance.ts'

let shelf: ShelfInstance
let peer: Server
let peerUrl: string
const received: { type: string; bytes: Buffer }[] = []

beforeAll(async () => {
  shelf = await startShelf()
  peer = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ type: request.headers['content-type'] ?? '', bytes: Buffer.concat(chunks) })
      response.setHeader('content-type', 'application/x-test')
      response.end(request.method === 'GET' ? Buffer.from([0, 255, 1, 254]) : 'taken')
    })
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  peerUrl = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/`
}, 180_000)
afterAll(async () => {
  peer.closeAllConnections()
  peer.close()
  await shelf.close()
})

async function probe(what: string, input: object = {}, as = 'libby'): Promise<unknown> {
  const response = await shelf.fetch(`/api/x_acme_shelf/probe/run/${what}`, {
    as, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input),
  }) // prettier-ignore
  const body = (await response.json()) as { result?: { answer: unknown }; error?: { message: string } }
  return body.result ? body.result.answer : body.error?.message
}
async function api(method: string, path: string, body?: object): Promise<{ sys_id: string; [field: string]: string }> {
  const response = await shelf.fetch(`/api/now/${path}`, {
    as: 'admin', method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }),
  }) // prettier-ignore
  return ((await response.json()) as { result: { sys_id: string } }).result
}
const incident = async (values: object = {}) =>
  (await api('POST', 'table/incident', { short_description: 'probed', ...values })).sys_id
async function attach(sysId: string, bytes: Buffer, type = 'text/plain'): Promise<string> {
  const query = `table_name=incident&table_sys_id=${sysId}&file_name=f.txt`
  const response = await shelf.fetch(`/api/now/attachment/file?${query}`, {
    as: 'admin', method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(bytes),
  }) // prettier-ignore
  return ((await response.json()) as { result: { sys_id: string } }).result.sys_id
}
const file = async (sysId: string) =>
  Buffer.from(await (await shelf.fetch(`/api/now/attachment/${sysId}/file`, { as: 'admin' })).arrayBuffer())

describe('a packed application', () => {
  test('has routes without an ACL of their own: people from inside are let in, nobody in particular is not', async () => {
    const path = '/api/x_acme_shelf/probe/legacy'
    expect((await shelf.fetch(path, { as: 'rita' })).status).toBe(200)
    expect((await shelf.fetch(path)).status).toBe(401)
    const external = await api('POST', 'table/sys_user', { user_name: 'eve', user_password: 'eve', last_name: 'Eve' })
    const roles = `table/sys_user_has_role?sysparm_query=user=${external.sys_id}`
    const [internal] = (await api('GET', roles)) as unknown as { sys_id: string }[]
    await shelf.fetch(`/api/now/table/sys_user_has_role/${internal?.sys_id}`, { as: 'admin', method: 'DELETE' })
    expect((await shelf.fetch(path, { as: 'eve' })).status).toBe(403)
  })

  test('adds a column to a table of the platform, with a default that the engine evaluates', async () => {
    const made = await api('POST', 'table/incident', { short_description: 'x' })
    expect(made['x_acme_shelf_room']).toBe('ADMIN in incident')
    const given = await api('POST', 'table/incident', { short_description: 'x', x_acme_shelf_room: 'attic' })
    expect(given['x_acme_shelf_room']).toBe('attic')
    const [column] = (await api(
      'GET',
      'table/sys_dictionary?sysparm_query=name=incident^element=x_acme_shelf_room',
    )) as unknown as { sys_id: string; column_label: string }[]
    expect(column?.column_label).toBe('Reading room')
  })

  test('finds the script includes of old in the global scope, and hears by name of those that are not here', async () => {
    const response = await shelf.fetch('/api/x_acme_shelf/probe/legacy', { as: 'libby' })
    const { result } = (await response.json()) as { result: { answer: unknown[] } }
    expect(result.answer).toEqual([[1, 2], ['a'], [2], true, false, 'array', '{"a":1}', 2, '{"b":1}'])
  })

  test('gives a new record the sys_id that it chooses', async () => {
    const sysId = 'a'.repeat(32)
    await expect(probe('newGuid', { sysId })).resolves.toBe(sysId)
    expect((await api('GET', `table/incident/${sysId}`)).sys_id).toBe(sysId)
  })

  test('asks whether an encoded query is valid', async () => {
    await expect(probe('queryValid', { query: 'active=true^priority<3' })).resolves.toBe(true)
    await expect(probe('queryValid', { query: 'active=true^no_such_field=1' })).resolves.toBe(false)
  })

  test('filters by capitals unless asked otherwise, and takes an empty field for less than anything', async () => {
    const sysId = await incident({ short_description: 'Capital' })
    const query = `sys_id=${sysId}`
    await expect(probe('filter', { query, condition: 'short_description=Capital' })).resolves.toEqual([
      true,
      true,
      true,
    ])
    await expect(probe('filter', { query, condition: 'short_description=capital' })).resolves.toEqual([
      false,
      true,
      false,
    ])
    await expect(probe('filter', { query, condition: 'due_date<2020-01-01 00:00:00' })).resolves.toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('files and other machines', () => {
  test('an attachment is the body of a message, byte for byte and with its type', async () => {
    const bytes = Buffer.from([0, 1, 2, 255, 128])
    const attachment = await attach(await incident(), bytes, 'application/x-bytes')
    received.length = 0
    await expect(probe('sendFile', { attachment, url: peerUrl })).resolves.toBe('taken')
    expect(received).toEqual([{ type: 'application/x-bytes', bytes }])
  })

  test('the body of an answer becomes an attachment', async () => {
    const sysId = await incident()
    const [status, attachment, error] = (await probe('saveFile', { incident: sysId, url: peerUrl })) as string[]
    expect([status, error]).toEqual([200, null])
    await expect(file(attachment ?? '')).resolves.toEqual(Buffer.from([0, 255, 1, 254]))
    expect(await api('GET', `table/sys_attachment/${attachment}`)).toMatchObject({ file_name: 'saved.bin', content_type: 'application/x-test' })
  }) // prettier-ignore

  test('an answer with an error is kept nowhere', async () => {
    const sysId = await incident()
    const nobody = 'http://127.0.0.1:1/'
    const [status, attachment, error] = (await probe('saveFile', { incident: sysId, url: nobody })) as string[]
    expect([status, attachment, error]).toEqual([0, '', expect.stringContaining('Connection refused')])
  })

  test('an asynchronous call is awaited by whoever wants the answer, for so long as he says', async () => {
    await expect(probe('sendLater', { url: peerUrl })).resolves.toContain('\u0001')
    const slow = await heldServer()
    try {
      await expect(probe('impatient', { url: slow.url })).resolves.toContain('Timed out')
      slow.release()
      await shelf.instance.settled()
    } finally {
      slow.close()
    }
  })

  test('a stream carries a body beyond ten megabytes into an attachment of that size, which a stream copies', async () => {
    const sysId = await incident()
    const bytes = Buffer.alloc(11 * 1024 * 1024, 7)
    const response = await shelf.fetch(`/api/x_acme_shelf/probe/keep/${sysId}`, {
      as: 'libby', method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes),
    }) // prettier-ignore
    const { result } = (await response.json()) as { result: { answer: string } }
    expect((await file(result.answer)).equals(bytes)).toBe(true)
    const large = await attach(sysId, bytes)
    expect(Number((await api('GET', `table/sys_attachment/${large}`))['size_bytes'])).toBe(bytes.length)
    await expect(probe('readLines', { attachment: large })).resolves.toBe(true)
    const tooLong = await shelf.fetch('/api/x_acme_shelf/probe/run/legacy', { as: 'libby', method: 'POST', headers: { 'content-type': 'application/json' }, body: new Uint8Array(bytes) }) // prettier-ignore
    expect(tooLong.status).toBe(500)
  }, 60_000)

  test('a file larger than the instance allows is refused', async () => {
    const [property] = (await api('GET', 'table/sys_properties?sysparm_query=name=com.glide.attachment.max_size')) as unknown as { sys_id: string }[] // prettier-ignore
    await api('PATCH', `table/sys_properties/${property?.sys_id}`, { value: '1' })
    const query = `table_name=incident&table_sys_id=${await incident()}&file_name=f.txt`
    const response = await shelf.fetch(`/api/now/attachment/file?${query}`, { as: 'admin', method: 'POST', body: new Uint8Array(2 * 1024 * 1024) }) // prettier-ignore
    expect(response.status).toBe(413)
    await api('PATCH', `table/sys_properties/${property?.sys_id}`, { value: '1024' })
  })
})

describe('events', () => {
  const noted = () =>
    shelf.instance.store.query('problem', { encoded: 'short_descriptionSTARTSWITHreceived' }, shelf.system)
  const listen = (script: string) =>
    api('POST', 'table/sysevent_script_action', { name: 'l', event_name: 'x_acme_shelf.lent', active: 'true', script })

  test('that are scheduled wait for their time and run as the user who asked', async () => {
    await listen(`var p = new GlideRecord('problem'); p.initialize();
      p.short_description = 'received ' + event.parm1 + event.parm2 + ' ' + gs.getUserName() + ' ' + current.number; p.insert()`)
    const sysId = await incident()
    const { number } = await api('GET', `table/incident/${sysId}`)
    const at = new Date(shelf.instance.clock.now() + 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    await expect(probe('eventLater', { incident: sysId, at }, 'rita')).resolves.toBe('rita')
    await shelf.instance.settled()
    expect(noted()).toEqual([])
    shelf.instance.clock.advance(3_601_000)
    await shelf.instance.settled()
    expect(noted().map((row) => row['short_description'])).toEqual([`received onetwo rita ${number}`])
    await shelf.instance.settled()
    expect(noted()).toHaveLength(1)
  })
})
