import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import { buildFixture, fixtureTimeoutMs } from '../fixture-package.ts'

const person = (userName: string, roles: readonly string[]) => ({
  userName,
  password: userName,
  firstName: userName,
  lastName: '',
  roles,
})
const people = [
  person('admin', ['admin']),
  person('libby', ['x_acme_shelf.librarian']),
  person('rita', ['x_acme_shelf.reader']),
  person('nobody', []),
]
const books = '/api/now/table/x_acme_shelf_book'
let instance: SimulatedInstance

beforeAll(async () => {
  const { zip } = await buildFixture()
  instance = await createInstance({ name: 'rights', port: 0, users: people })
  await instance.installPackage(zip)
}, fixtureTimeoutMs)
afterAll(() => instance.close())

interface Answer {
  readonly status: number
  readonly result: Record<string, string> & Record<string, string>[]
  readonly error: { message: string; detail: string } | undefined
  readonly total: string | null
}

async function call(who: string, method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(instance.baseUrl + path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${who}:${who}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  const answer = (text === '' ? {} : JSON.parse(text)) as Pick<Answer, 'result' | 'error'>
  return { ...answer, status: response.status, total: response.headers.get('x-total-count') }
}

const newBook = (values: Record<string, string> = {}) =>
  instance.store.insert('x_acme_shelf_book', { title: 'T', price: '7', ...values }, systemCaller)['sys_id'] ?? ''

describe('table rules', () => {
  test.each([
    ['nobody', 0],
    ['rita', 1],
    ['libby', 1],
    ['admin', 1],
  ])('%s sees %i rows; who sees none still gets the count', async (who, rows) => {
    const sysId = newBook()
    const answer = await call(who, 'GET', `${books}?sysparm_query=sys_id=${sysId}`)
    expect([answer.status, answer.result.length, answer.total]).toEqual([200, rows, '1'])
    expect((await call(who, 'GET', `${books}/${sysId}`)).status).toBe(rows === 1 ? 200 : 404)
  })

  test('a contained role counts as held: librarians may read because readers may', async () => {
    const caller = instance.store.query('sys_user', { encoded: 'user_name=libby' }, systemCaller)[0]
    expect(caller).toBeDefined()
    expect((await call('libby', 'GET', `${books}?sysparm_limit=1`)).result).toHaveLength(1)
  })

  test('creating needs the role', async () => {
    const refused = await call('rita', 'POST', books, { title: 'x' })
    expect(refused).toMatchObject({
      status: 403,
      error: { message: 'Operation Failed', detail: expect.stringContaining('ACL Exception Insert') },
    })
    expect((await call('libby', 'POST', books, { title: 'x' })).status).toBe(201)
  })

  test('a script decides about the row: a lost book is closed for writing, except for admin', async () => {
    const open = newBook()
    const lost = newBook({ state: 'lost' })
    expect((await call('libby', 'PATCH', `${books}/${open}`, { author: 'A' })).status).toBe(200)
    expect(await call('libby', 'PATCH', `${books}/${lost}`, { author: 'A' })).toMatchObject({
      status: 403,
      error: { detail: expect.stringContaining('ACL Exception Update') },
    })
    expect((await call('admin', 'PATCH', `${books}/${lost}`, { author: 'A' })).status).toBe(200)
  })

  test('a condition decides about the row: what is lent cannot be deleted', async () => {
    const lent = newBook({ state: 'out' })
    expect(await call('libby', 'DELETE', `${books}/${lent}`)).toMatchObject({
      status: 403,
      error: { detail: expect.stringContaining('ACL Exception Delete') },
    })
    instance.store.update('x_acme_shelf_book', lent, { state: 'in' }, systemCaller)
    expect((await call('libby', 'DELETE', `${books}/${lent}`)).status).toBe(204)
  })

  test('a table without any rule falls to the * rule, which wants admin', async () => {
    expect((await call('libby', 'GET', '/api/now/table/sys_properties')).result).toEqual([])
    expect((await call('admin', 'GET', '/api/now/table/sys_properties')).result.length).toBeGreaterThan(0)
  })

  test('a table that is closed to web services stays closed', async () => {
    expect((await call('admin', 'GET', '/api/now/table/x_acme_shelf_repair')).status).toBe(403)
  })
})

describe('field rules', () => {
  test('an unreadable field is left out, not emptied', async () => {
    const sysId = newBook()
    const [reader, librarian] = [
      await call('rita', 'GET', `${books}/${sysId}`),
      await call('libby', 'GET', `${books}/${sysId}`),
    ]
    expect(reader.result).not.toHaveProperty('price')
    expect(reader.result).toHaveProperty('title', 'T')
    expect(librarian.result).toHaveProperty('price', '7')
  })

  test('an unwritable field stays as it is, the others are written', async () => {
    const sysId = newBook()
    const answer = await call('libby', 'PATCH', `${books}/${sysId}`, { price: '1', author: 'B' })
    expect(answer.result).toMatchObject({ price: '7', author: 'B' })
  })

  test('a dot-walked field obeys the rules of the table it ends in', async () => {
    const [admin] = instance.store.query('sys_user', { encoded: 'user_name=admin' }, systemCaller)
    const sysId = newBook({ borrowed_by: admin?.['sys_id'] ?? '' })
    const { result } = await call(
      'libby',
      'GET',
      `${books}/${sysId}?sysparm_fields=borrowed_by.user_name,borrowed_by.user_password`,
    )
    expect(result).toEqual({ 'borrowed_by.user_name': 'admin' })
  })
})

const rule = (values: Record<string, string>) =>
  instance.store.insert(
    'sys_security_acl',
    { name: 'x_acme_shelf_shelf', operation: 'read', type: 'record', ...values },
    systemCaller,
  )['sys_id'] ?? ''

describe('rules that change', () => {
  test('an empty rule lets nobody through but admin, and takes effect at once', async () => {
    const path = '/api/now/table/x_acme_shelf_shelf'
    expect((await call('rita', 'GET', path)).result).toHaveLength(1)
    const [old] = instance.store.query(
      'sys_security_acl',
      { encoded: 'name=x_acme_shelf_shelf^operation=read' },
      systemCaller,
    )
    instance.store.update('sys_security_acl', old?.['sys_id'] ?? '', { active: 'false' }, systemCaller)
    const empty = rule({})
    expect((await call('rita', 'GET', path)).result).toHaveLength(0)
    expect((await call('admin', 'GET', path)).result).toHaveLength(1)
    instance.store.remove('sys_security_acl', empty)
    instance.store.update('sys_security_acl', old?.['sys_id'] ?? '', { active: 'true' }, systemCaller)
    expect((await call('rita', 'GET', path)).result).toHaveLength(1)
  })

  test('deny-unless beats every allow-if, and admin too when admin does not override', async () => {
    const path = '/api/now/table/x_acme_shelf_shelf'
    const deny = rule({ decision_type: 'deny', admin_overrides: 'false' })
    expect((await call('rita', 'GET', path)).result).toHaveLength(0)
    expect((await call('admin', 'GET', path)).result).toHaveLength(0)
    instance.store.remove('sys_security_acl', deny)
    expect((await call('admin', 'GET', path)).result).toHaveLength(1)
  })

  test('a rule that applies to some rows is no rule for the others', async () => {
    const path = '/api/now/table/x_acme_shelf_shelf'
    instance.store.insert('x_acme_shelf_shelf', { name: 'Secret' }, systemCaller)
    const deny = rule({ decision_type: 'deny', admin_overrides: 'false', applies_to: 'name=Secret' })
    const names = (await call('rita', 'GET', path)).result.map((row) => row['name'])
    instance.store.remove('sys_security_acl', deny)
    expect(names).toEqual(['Shelf A'])
  })

  test('a role taken away is gone with the next request', async () => {
    const [link] = instance.store.query(
      'sys_user_has_role',
      { encoded: 'user.user_name=rita^role.name=x_acme_shelf.reader' },
      systemCaller,
    )
    instance.store.remove('sys_user_has_role', link?.['sys_id'] ?? '')
    expect((await call('rita', 'GET', '/api/now/table/x_acme_shelf_shelf')).result).toEqual([])
    instance.store.insert('sys_user_has_role', link ?? {}, systemCaller)
    expect((await call('rita', 'GET', '/api/now/table/x_acme_shelf_shelf')).result).not.toEqual([])
  })
})
