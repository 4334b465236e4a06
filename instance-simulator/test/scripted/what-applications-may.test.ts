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

  test('empties by GlideRecordSecure what its caller may not write, of a row and of a new one, and leaves the rest', async () => {
    const stored = shelf.book({ title: 'Emma', author: 'Austen', state: 'in', price: '9' })['sys_id'] ?? ''
    await expect(probe('writeSecurely', { sysId: stored, author: 'J. A.' })).resolves.toEqual([false, false, stored])
    expect(shelf.bookNow(stored)).toMatchObject({ author: 'J. A.', price: '9', title: 'Emma' })
    await expect(probe('writeSecurely', { sysId: stored, author: 'A', price: '1' })).resolves.toContain(stored)
    expect(shelf.bookNow(stored)).toMatchObject({ author: 'A', price: '', title: 'Emma' })
    const [, , made] = (await probe('writeSecurely', { title: 'Persuasion', price: '3' })) as string[]
    expect(shelf.bookNow(made ?? '')).toMatchObject({ title: 'Persuasion', price: '' })
    await expect(probe('writeSecurely', { sysId: stored, price: '4' }, 'admin')).resolves.toEqual([true, true, stored])
    expect(shelf.bookNow(stored)).toMatchObject({ price: '4' })
  })

  test('and what the new values close to the caller', async () => {
    const stored = shelf.book({ title: 'Emma', author: 'Austen', state: 'in', price: '9' })['sys_id'] ?? ''
    await probe('writeSecurely', { sysId: stored, author: 'B', state: 'lost' })
    expect(shelf.bookNow(stored)).toMatchObject({ title: 'Emma', author: '', state: '', price: '9' })
  })

  test('sets properties of its own scope, and no other', async () => {
    const setting = (name: string) => probe('setProperty', { name, value: 'by a script' })
    await expect(setting('x_acme_shelf.room')).resolves.toBe('by a script')
    await expect(setting('x_acme_shelf.room')).resolves.toBe('by a script')
    const before = await probe('setProperty', { name: 'glide.servlet.uri', value: 'https://elsewhere.example/' })
    expect(before).toBe(`${shelf.instance.baseUrl}/`)
    await expect(setting('x_other.new')).resolves.toBeNull()
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

  test('that nobody has registered are lost, as on the platform', async () => {
    const at = new Date(shelf.instance.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
    await probe('eventLater', { incident: await incident(), at }, 'rita')
    expect(shelf.instance.store.query('sysevent', { encoded: 'name=x_acme_shelf.lent' }, shelf.system)).toEqual([])
  })

  test('that are scheduled wait for their time and run as the user who asked', async () => {
    await api('POST', 'table/sysevent_register', { event_name: 'x_acme_shelf.lent', suffix: 'lent' })
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

describe('tables of other scopes', () => {
  const rows = (name: string, encoded: string) => shelf.instance.store.query(name, { encoded }, shelf.system)
  const said = (text: string) => rows('syslog', `messageLIKE${text}`).length > 0
  /** A table of the global scope, made over HTTP, with what others may do to it. */
  async function table(name: string, access: object): Promise<string> {
    const made = await api('POST', 'table/sys_db_object', { name, label: name, ...access })
    await api('POST', 'table/sys_dictionary', {
      name,
      element: 'u_word',
      internal_type: 'string',
      column_label: 'Word',
    })
    return made.sys_id
  }

  test('are read, written, created and deleted as their application access says', async () => {
    await table('u_read_only', {})
    const { sys_id: sysId } = await api('POST', 'table/u_read_only', { u_word: 'kept' })
    const query = 'u_word=kept'
    await expect(probe('read', { table: 'u_read_only', query })).resolves.toBe(sysId)
    await expect(probe('write', { table: 'u_read_only', field: 'u_word', value: 'new' })).resolves.toBeNull()
    await expect(probe('write', { table: 'u_read_only', field: 'u_word', value: 'new', sysId })).resolves.toBeNull()
    await expect(probe('remove', { table: 'u_read_only', sysId })).resolves.toBe(false)
    expect(said("Write operation against 'u_read_only' from scope 'x_acme_shelf' has been refused")).toBe(true)
    await table('u_open', { create_access: 'true', update_access: 'true', delete_access: 'true' })
    const made = (await probe('write', { table: 'u_open', field: 'u_word', value: 'new' })) as string
    await expect(probe('write', { table: 'u_open', field: 'u_word', value: 'newer', sysId: made })).resolves.toBe(made)
    await expect(probe('remove', { table: 'u_open', sysId: made })).resolves.toBe(true)
    await table('u_private', { access: 'package_private' })
    await api('POST', 'table/u_private', { u_word: 'kept' })
    await expect(probe('read', { table: 'u_private', query })).resolves.toBeNull()
  })

  test('that are private to an application are its own, also where the Table API has made them', async () => {
    const [app] = rows('sys_scope', 'scope=x_acme_shelf')
    await table('x_acme_shelf_own', { access: 'package_private', sys_scope: app?.['sys_id'] })
    const { sys_id: sysId } = await api('POST', 'table/x_acme_shelf_own', { u_word: 'kept' })
    const input = { table: 'x_acme_shelf_own', query: 'u_word=kept' }
    await expect(probe('read', input)).resolves.toBe(sysId)
    await expect(probe('write', { ...input, field: 'u_word', value: 'new', sysId })).resolves.toBe(sysId)
  })

  test('that are application files are read and not written by an application', async () => {
    await expect(probe('read', { table: 'sys_script', query: 'active=true' })).resolves.not.toBeNull()
    await expect(probe('write', { table: 'sys_script', field: 'name', value: 'x' })).resolves.toBeNull()
    await expect(probe('read', { table: 'oauth_entity', query: '' })).resolves.toBeNull()
  })

  test('are written down as privileges where the application tracks, and asked for first where it enforces', async () => {
    const scope = 'x_acme_shelf'
    const privilege = () =>
      rows('sys_scope_privilege', `source_scope.scope=${scope}^target_name=u_tracked^operation=read`)
    await table('u_tracked', {})
    const { sys_id: sysId } = await api('POST', 'table/u_tracked', { u_word: 'kept' })
    const query = 'u_word=kept'
    await expect(probe('read', { table: 'u_tracked', query })).resolves.toBe(sysId)
    expect(privilege().map((row) => row['status'])).toEqual(['allowed'])
    const [app] = rows('sys_scope', `scope=${scope}`)
    await api('PATCH', `table/sys_app/${app?.['sys_id']}`, { runtime_access_tracking: 'enforcing' })
    await api('PATCH', `table/sys_scope_privilege/${privilege()[0]?.['sys_id']}`, { status: 'denied' })
    await expect(probe('read', { table: 'u_tracked', query })).resolves.toBeNull()
    await shelf.fetch(`/api/now/table/sys_scope_privilege/${privilege()[0]?.['sys_id']}`, {
      as: 'admin',
      method: 'DELETE',
    })
    await expect(probe('read', { table: 'u_tracked', query })).resolves.toBeNull()
    expect(privilege().map((row) => row['status'])).toEqual(['requested'])
    await api('PATCH', `table/sys_scope_privilege/${privilege()[0]?.['sys_id']}`, { status: 'allowed' })
    await expect(probe('read', { table: 'u_tracked', query })).resolves.toBe(sysId)
    await api('PATCH', `table/sys_app/${app?.['sys_id']}`, { runtime_access_tracking: 'permissive' })
  })

  test('that restrict their callers let in whom somebody has allowed', async () => {
    const sysId = await table('u_restricted', { caller_access: '2' })
    await api('POST', 'table/u_restricted', { u_word: 'kept' })
    const input = { table: 'u_restricted', query: 'u_word=kept' }
    await expect(probe('read', input)).resolves.toBeNull()
    const [asked] = rows('sys_restricted_caller_access', `target=${sysId}`)
    expect(asked).toMatchObject({ operation: 'read', status: '1' })
    await api('PATCH', `table/sys_restricted_caller_access/${asked?.['sys_id']}`, { status: '2' })
    await expect(probe('read', input)).resolves.not.toBeNull()
  })
})

describe('what people see', () => {
  const berlin = { time_zone: 'Europe/Berlin', date_format: 'dd.MM.yyyy', time_format: 'HH:mm' }
  const at = '2026-07-01 22:30:15'

  test('times come in the zone and patterns of the user, by REST, in scripts and on forms; stored they stay', async () => {
    const [libby] = shelf.instance.store.query('sys_user', { encoded: 'user_name=libby' }, shelf.system)
    await api('PATCH', `table/sys_user/${libby?.['sys_id']}`, berlin)
    await expect(probe('localTime', { at })).resolves.toEqual([
      '02.07.2026 00:30', '2026-07-02 00:30:15', '2026-07-02', 7_200_000,
    ]) // prettier-ignore
    const book = shelf.book({ title: 'Timed', due: at })
    const path = `/api/now/table/x_acme_shelf_book/${book['sys_id']}`
    const shown = async (query: string) => {
      const { result } = (await (await shelf.fetch(path + query, { as: 'libby' })).json()) as {
        result: { due: unknown }
      }
      return result.due
    }
    expect(await shown('?sysparm_display_value=all')).toEqual({ display_value: '02.07.2026 00:30', value: at })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ due: '24.12.2026 18:00' })
    await shelf.fetch(`${path}?sysparm_input_display_value=true`, { as: 'libby', method: 'PATCH', headers, body })
    expect(await shown('')).toBe('2026-12-24 17:00:00')
  })

  test('a day begins at midnight of the user', async () => {
    shelf.book({ title: 'Just after midnight in Berlin', due: '2026-12-24 23:10:00' })
    shelf.instance.clock.set(Date.parse('2026-12-24T23:30:00Z'))
    const query = encodeURIComponent('due>=javascript:gs.beginningOfToday()^title=Just after midnight in Berlin')
    const found = async (as: string) =>
      ((await (await shelf.fetch(`/api/now/table/x_acme_shelf_book?sysparm_query=${query}`, { as })).json()) as { result: object[] }).result.length // prettier-ignore
    expect([await found('libby'), await found('admin')]).toEqual([1, 1])
    shelf.instance.clock.set(Date.parse('2026-12-24T22:59:00Z'))
    expect([await found('libby'), await found('admin')]).toEqual([1, 1])
    shelf.book({ title: 'Just after midnight in Berlin', due: '2026-12-24 00:30:00' })
    expect([await found('libby'), await found('admin')]).toEqual([2, 2])
    shelf.book({ title: 'Just after midnight in Berlin', due: '2026-12-23 23:30:00' })
    expect([await found('libby'), await found('admin')]).toEqual([3, 2])
  })

  test('domains are refused by name, as a field, in a query, as a table', async () => {
    await expect(probe('domain')).resolves.toBe('not simulated: domain separation: the field sys_domain')
    for (const path of [
      'incident?sysparm_query=sys_domain=global',
      'incident?sysparm_fields=number,sys_domain',
      'domain',
    ]) {
      const response = await shelf.fetch(`/api/now/table/${path}`, { as: 'admin' })
      expect([path, response.status, await response.text()]).toEqual([path, 501, expect.stringContaining('domain')])
    }
  })
})
