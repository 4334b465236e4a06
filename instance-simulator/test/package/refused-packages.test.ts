import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { Installations } from '../../src/installer/installations.ts'
import { openStore, type OpenStore } from '../../src/records/open-store.ts'
import { MovableClock } from '../../src/clock.ts'
import { buildFixture, fixtureTimeoutMs } from '../fixture-package.ts'
import { applicationXml, recordXml, writePackage, writeZip } from './zip-writer.ts'

let opened: OpenStore
let installations: Installations
const id = 'c'.repeat(32)
const app = { 'scope/sys_app.xml': applicationXml('x_bad_app', id) }

const notSimulated = (what: string): never => {
  throw new Error(`not simulated: ${what}`)
}

beforeAll(() => {
  const clock = new MovableClock()
  opened = openStore({ clock, notSimulated, users: [] })
  installations = new Installations(
    opened.store,
    clock,
    () => undefined,
    () => undefined,
  )
})
afterAll(() => opened.close())

/** Everything the instance holds, to the last row. */
const snapshot = () =>
  JSON.stringify(
    [...opened.store.schema.sources()].map((source) => [source, [...opened.store.rows.rows(source.name).values()]]),
  )

const table = (name: string, more = '') =>
  `<database><element name="${name}" type="collection" label="T"${more}><element name="a" type="string" label="A"/></element></database>`

const cases: [string, () => Buffer, RegExp][] = [
  ['no zip at all', () => Buffer.from('hello'), /no zip archive/],
  ['a zip without inventory', () => writeZip([['/scope/a.xml', '<a/>']]), /no package_inventory\.csv/],
  ['a name that climbs out', () => writeZip([['/../../etc/cron.d/x', 'x']]), /leaves it/],
  ['a name that climbs out from within', () => writeZip([['/update/../../x.xml', 'x']]), /leaves it/],
  ['a Windows path', () => writeZip([['C:\\windows\\x.xml', 'x']]), /leaves it/],
  ['a name with two leading slashes', () => writeZip([['//etc/passwd', 'x']]), /leaves it/],
  [
    'the same name twice',
    () =>
      writeZip([
        ['/a', '1'],
        ['/a', '2'],
      ]),
    /twice/,
  ],
  ['a file that the inventory does not list', () => withExtra(writeZip), /not listed/],
  [
    'broken XML',
    () => writePackage({ ...app, 'update/a.xml': '<record_update><a></record_update>' }),
    /update\/a\.xml, line 1/,
  ],
  [
    'a document type',
    () => writePackage({ ...app, 'update/a.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }),
    /document type/,
  ],
  ['no application', () => writePackage({ 'update/a.xml': recordXml('sys_script', { sys_id: id }) }), /no application/],
  ['an unknown folder', () => writePackage({ ...app, 'surprise/a.xml': '<a/>' }), /not simulated: the package folder/],
  [
    'an unknown parent table',
    () => writePackage({ ...app, 'dictionary/t.xml': table('x_bad_app_t', ' extends="no_such"') }),
    /extends no_such/,
  ],
  [
    'a table that belongs to the instance',
    () => writePackage({ ...app, 'dictionary/t.xml': table('incident') }),
    /belongs to global/,
  ],
  [
    'rows of its own table without a dictionary',
    () => writePackage({ ...app, 'update/r.xml': recordXml('x_bad_app_t', { sys_id: id }) }),
    /defines no such table/,
  ],
  [
    'a row without a sys_id',
    () => writePackage({ ...app, 'update/r.xml': recordXml('sys_script', { name: 'x' }) }),
    /without a sys_id/,
  ],
  [
    'a failure in the very last row',
    () =>
      writePackage({
        ...app,
        'dictionary/t.xml': table('x_bad_app_t'),
        'update/a.xml': recordXml('sys_script', { sys_id: 'd'.repeat(32) }),
        'update/z.xml': recordXml('sys_script', { sys_id: 'e'.repeat(32) }, 'EXPLODE'),
      }),
    /not simulated: the action EXPLODE/,
  ],
]

function withExtra(write: typeof writeZip): Buffer {
  return write([
    ['/package_inventory.csv', '#type=scoped\n'],
    ['/update/a.xml', '<a/>'],
  ])
}

describe('a bad package', () => {
  test.each(cases)('%s is refused with its reason, and the instance is as it was', async (_what, bytes, reason) => {
    const before = snapshot()
    await expect(installations.install(bytes(), true)).rejects.toThrow(reason)
    expect(snapshot()).toBe(before)
  })

  test(
    'a file changed after packing no longer fits its sum',
    async () => {
      const { zip } = await buildFixture()
      const bytes = await readFile(zip)
      const stored = writePackage(app)
      const at = stored.indexOf('App x_bad_app')
      expect(at).toBeGreaterThan(0)
      stored.write('Bpp', at)
      await expect(installations.install(stored, true)).rejects.toThrow(/damaged|SHA-256/)
      bytes.fill(0x20, bytes.length - 22, bytes.length - 18)
      await expect(installations.install(bytes, true)).rejects.toThrow()
      expect(opened.store.count('sys_app', '', systemCaller)).toBe(0)
    },
    fixtureTimeoutMs,
  )

  test('a wrong sum in the inventory is named with its file', async () => {
    const bytes = writeZip([
      ['/package_inventory.csv', `update/a.xml;${'0'.repeat(64)}\n`],
      ['/update/a.xml', '<a/>'],
    ])
    await expect(installations.install(bytes, true)).rejects.toThrow(/update\/a\.xml was changed/)
  })

  test('a scope belongs to the application that took it first', async () => {
    await installations.install(writePackage({ 'scope/a.xml': applicationXml('x_taken', 'f'.repeat(32)) }), true)
    await expect(
      installations.install(writePackage({ 'scope/a.xml': applicationXml('x_taken', '1'.repeat(32)) }), true),
    ).rejects.toThrow(/belongs to another application/)
  })
})
