import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import { applyPackage } from '../../src/package/apply-package.ts'
import { readPackage, type ReadPackage } from '../../src/package/read-package.ts'
import { uninstallPackage } from '../../src/package/uninstall-package.ts'
import { buildFixture, fixtureTimeoutMs } from '../fixture-package.ts'

let instance: SimulatedInstance
let found: ReadPackage
const book = 'x_acme_shelf_book'

beforeAll(async () => {
  const { zip } = await buildFixture()
  instance = await createInstance({ name: 'package', port: 0 })
  found = await readPackage(await readFile(zip))
  await instance.installPackage(zip)
}, fixtureTimeoutMs)
afterAll(() => instance.close())

const rows = (table: string, encoded = '') => instance.store.query(table, { encoded }, systemCaller)

test('the table has its columns, its choices and its numbers', () => {
  const table = instance.store.findTable(book)
  expect([...(table?.columns.keys() ?? [])]).toEqual(
    expect.arrayContaining(['title', 'state', 'borrowed_by', 'sys_id']),
  )
  expect(table?.columns.get('borrowed_by')).toMatchObject({ type: 'reference', reference: 'sys_user' })
  expect(table?.numberPrefix).toBe('BOOK')
  expect(instance.store.displayValue(book, 'state', 'out')).toBe('Lent')
})

test('a new row takes defaults, the next number and a boolean as the database has it', () => {
  const first = instance.store.insert(book, { title: 'New' }, systemCaller)
  const second = instance.store.insert(book, { title: 'Newer', rare: 'true' }, systemCaller)
  expect(first).toMatchObject({ state: 'in', pages: '100', rare: '0', number: 'BOOK0001001' })
  expect(second).toMatchObject({ rare: '1', number: 'BOOK0001002' })
})

test('a table that extends task counts in its own numbers and is found through task', () => {
  const row = instance.store.insert('x_acme_shelf_repair', { short_description: 'Loose page' }, systemCaller)
  expect(row['number']).toMatch(/^REP\d{5}$/)
  expect(instance.store.find('task', row['sys_id'] ?? '')).toEqual(row)
})

test('password2 is stored encrypted, shown as asterisks and read back by whoever may decrypt', () => {
  const row = instance.store.insert(book, { title: 'Locked', lock_code: 'open sesame' }, systemCaller)
  const stored = row['lock_code'] ?? ''
  expect(stored).not.toContain('sesame')
  expect(instance.store.displayValue(book, 'lock_code', stored)).toBe('********')
  expect(instance.store.decrypt(stored)).toBe('open sesame')
})

test('a role named by its key is the instance’s role, not the sys_id the package made up', () => {
  const [link] = rows(
    'sys_security_acl_role',
    'sys_security_acl.name=x_acme_shelf_book.price^sys_security_acl.operation=write',
  )
  expect(instance.store.find('sys_user_role', link?.['sys_user_role'] ?? '')?.['name']).toBe('admin')
})

test('demo rows come once and only when wanted; first-install rows never come twice', () => {
  expect(rows(book, 'numberINBOOK0000001,BOOK0000002')).toHaveLength(2)
  instance.store.remove(book, rows(book, 'number=BOOK0000001')[0]?.['sys_id'] ?? '')
  applyPackage(instance.store, found, { loadDemoData: true })
  expect(rows(book, 'number=BOOK0000001')).toHaveLength(0)
})

test('an upgrade removes files that are gone and keeps the data', () => {
  const [action] = rows('sys_ui_action', `table=${book}^name=Lend`)
  const smaller = { ...found, records: found.records.filter(({ sysId }) => sysId !== action?.['sys_id']) }
  const before = rows(book).length
  applyPackage(instance.store, smaller, { loadDemoData: false })
  expect(rows('sys_ui_action', `table=${book}^name=Lend`)).toHaveLength(0)
  expect(rows(book)).toHaveLength(before)
})

test('an upgrade leaves alone what somebody has changed on the instance, and remedies it no more than that', () => {
  const [rule] = rows('sys_script', 'name=Trim the title')
  const [action] = rows('sys_ui_action', `table=${book}`)
  instance.store.update('sys_ui_action', action?.['sys_id'] ?? '', { order: '3' }, systemCaller)
  const newer = {
    ...found,
    records: found.records.map((record) =>
      [rule?.['sys_id'], action?.['sys_id']].includes(record.sysId)
        ? { ...record, values: { ...record.values, order: '7' } }
        : record,
    ),
  }
  applyPackage(instance.store, newer, { loadDemoData: false })
  applyPackage(instance.store, newer, { loadDemoData: false })
  expect(instance.store.find('sys_ui_action', action?.['sys_id'] ?? '')?.['order']).toBe('3')
  expect(instance.store.find('sys_script', rule?.['sys_id'] ?? '')?.['order']).toBe('7')
})

test('an upgrade sets a property back, unless the package installs it once', () => {
  const find = () => rows('sys_properties', 'name=x_acme_shelf.loan_days')[0]
  const shipped = find()?.['value']
  const set = () => instance.store.update('sys_properties', find()?.['sys_id'] ?? '', { value: '3' }, systemCaller)
  set()
  applyPackage(instance.store, found, { loadDemoData: false })
  expect(find()?.['value']).toBe(shipped)
  set()
  const isIt = ({ sysId }: { readonly sysId: string }) => sysId === find()?.['sys_id']
  const once = {
    ...found,
    records: found.records.filter((record) => !isIt(record)),
    onceRecords: found.records.filter(isIt),
  }
  applyPackage(instance.store, once, { loadDemoData: false })
  expect(find()?.['value']).toBe('3')
})

test('an uninstallation leaves nothing behind', () => {
  expect(uninstallPackage(instance.store, found.scopeSysId)).toBe(true)
  expect(instance.store.findTable(book)).toBeUndefined()
  for (const table of ['sys_metadata', 'sys_db_object', 'sys_dictionary']) {
    expect(rows(table, `sys_scope=${found.scopeSysId}`)).toEqual([])
  }
  expect(rows('sys_choice', `name=${book}`)).toEqual([])
  expect(rows('sys_scope', 'scope=x_acme_shelf')).toEqual([])
  expect(rows('simulator_package_record')).toEqual([])
})
