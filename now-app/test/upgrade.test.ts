import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { Decide, PreviewAnswer } from '../../instance-simulator/src/installer/update-sets/preview-update-set.ts'
import { createInstance, type SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { readArchive } from '../../instance-simulator/src/package/read-archive.ts'
import { writePackage } from '../../instance-simulator/test/package/zip-writer.ts'
import { buildApp, type BuiltApp } from '../build/build-app.ts'
import { root } from '../build/sources.ts'
import { updateSetOf, writeUpdateSet } from '../build/update-set.ts'
import { findLostLayouts } from '../install/list-layouts.ts'
import { PROPERTIES, TABLES } from '../src/server/names.ts'
import { SCOPE } from '../src/server/scope.ts'
import { logIn } from './page-visitor.ts'

let built: BuiltApp
let place: string
let instance: SimulatedInstance

beforeAll(async () => {
  built = await buildApp()
  place = await mkdtemp(join(tmpdir(), 'accord-upgrade-'))
}, 180_000)

beforeEach(async () => {
  instance = await createInstance({ name: 'upgraded', port: 0 })
})
afterEach(() => instance.close())
afterAll(() => rm(place, { recursive: true, force: true }))

/** The built package with its files changed, as an earlier state of the sources would have been packed. */
async function changedPackage(change: (name: string, text: string) => readonly [string, string]): Promise<string> {
  const files = await readArchive(await readFile(built.zip))
  const texts = [...files].map(([name, bytes]) => change(name, bytes.toString('utf8')))
  const path = join(place, 'changed.zip')
  await writeFile(path, writePackage(Object.fromEntries(texts.filter(([name]) => name !== 'package_inventory.csv'))))
  return path
}

const rows = (table: string, encoded: string) => instance.store.query(table, { encoded }, systemCaller)
const ours = () => rows('sys_properties', `nameSTARTSWITH${SCOPE}.`)
const CHOSEN = 'what an admin has chosen'
const chooseAll = () => {
  for (const { sys_id: id = '' } of ours()) instance.store.update('sys_properties', id, { value: CHOSEN }, systemCaller)
}
const acceptAll: Decide = () => 'accept'
const valuesOf = () => ours().map(({ value }) => value)

test('what an admin has set in a property stays after an upgrade, whatever way it comes', async () => {
  await instance.installPackage(built.zip)
  expect(ours().map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(PROPERTIES)))
  chooseAll()
  await instance.installPackage(built.zip)
  expect(new Set(valuesOf())).toEqual(new Set([CHOSEN]))
})

test('the preview of a later update set asks about each property that an admin has changed before, and skipping keeps it', async () => {
  const updateSet = join(place, 'accord-update-set.xml')
  await writeUpdateSet(built, updateSet)
  await instance.commitUpdateSet(updateSet, acceptAll)
  const defaults = valuesOf()
  chooseAll()
  const later = join(place, 'later.xml')
  const dayLater = new Date(Date.now() + 86_400_000).toISOString().slice(0, 19).replace('T', ' ')
  await writeFile(later, await updateSetOf(built, dayLater))
  const collisions: string[] = []
  const answer =
    (to: PreviewAnswer): Decide =>
    (problem) => {
      if (problem.kind !== 'collision') return 'accept'
      collisions.push(problem.update)
      return to
    }
  await instance.commitUpdateSet(later, answer('skip'))
  expect(new Set(valuesOf())).toEqual(new Set([CHOSEN]))
  expect(collisions.toSorted()).toEqual(
    ours()
      .map((row) => `sys_properties_${row['sys_id']}`)
      .toSorted(),
  )
  await instance.commitUpdateSet(later, answer('accept'))
  expect(valuesOf()).toEqual(defaults)
})

test('what an admin has changed before the set was made is overwritten without a question, unless it is a property', async () => {
  const set = join(place, 'accord-update-set.xml')
  await writeUpdateSet(built, set)
  await instance.commitUpdateSet(set, acceptAll)
  const [action] = rows('sys_ui_action', `sys_scope.scope=${SCOPE}`)
  const id = action?.['sys_id'] ?? ''
  const renamed = () => instance.store.update('sys_ui_action', id, { name: CHOSEN }, systemCaller)
  renamed()
  const asked: string[] = []
  const noting: Decide = ({ update }) => (asked.push(update), 'accept')
  await instance.commitUpdateSet(set, noting)
  expect(asked).toContain(`sys_ui_action_${id}`)
  renamed()
  const later = join(place, 'later.xml')
  await writeFile(later, await updateSetOf(built, '2099-01-01 00:00:00'))
  asked.length = 0
  await instance.commitUpdateSet(later, noting)
  expect(asked).not.toContain(`sys_ui_action_${id}`)
  expect(rows('sys_ui_action', `sys_id=${id}`)[0]?.['name']).toBe(action?.['name'])
})

test('a property among the other records would be set back', async () => {
  await instance.installPackage(built.zip)
  chooseAll()
  await instance.installPackage(
    await changedPackage((name, text) => [name.replace(/^apply_once\//, 'update/'), text] as const),
  )
  expect(valuesOf()).not.toContain(CHOSEN)
})

const HEAD = /<th scope="col"[^>]*>(?:<a [^>]*>)?([^<▲▼]*)/g
const headOf = async (table: string): Promise<string[]> => {
  const admin = await logIn(instance.baseUrl, { user: 'admin', password: 'admin' })
  const { html } = await admin.open(`/${table}_list.do`)
  return [...html.matchAll(HEAD)].map(([, label = '']) => label.trim())
}
const lost = async () => {
  const before = process.env
  process.env = {
    ...before,
    SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
    SN_SDK_INSTANCE_URL: instance.baseUrl,
    SN_SDK_USER: 'admin',
    SN_SDK_USER_PWD: 'admin',
  }
  const program = join(root, 'node_modules', '@servicenow', 'sdk', 'bin', 'index.js')
  return findLostLayouts(built.directory, program).finally(() => (process.env = before))
}

test('the list layouts arrive, and the installer finds them', async () => {
  await instance.installPackage(built.zip)
  expect(await headOf(TABLES.connection)).toEqual([
    'Name',
    'State',
    'Side',
    'Remote instance',
    'Remote instance short name',
    'Configuration mode',
    'Active since',
    'Answers of the other side',
    'Last contact',
  ])
  expect(await lost()).toBeUndefined()
}, 60_000)

test('with the root that the SDK gives them they are lost, and the installer names the lists and the way on', async () => {
  const sdkRoot = /<sys_ui_list [^>]*\b(table="[^"]+")[^>]*>/
  await instance.installPackage(
    await changedPackage((name, text) => [name, text.replace(sdkRoot, '<sys_ui_list $1>')] as const),
  )
  expect(await headOf(TABLES.connection)).not.toContain('Side')
  const said = await lost()
  for (const table of [TABLES.connection, TABLES.invitation, TABLES.handshakeLog, TABLES.syncPair, TABLES.syncAccess])
    expect(said).toContain(table)
  expect(said).toContain('npm run build:update-set')
}, 60_000)

test('a layout that has lost a column is not there as we made it', async () => {
  await instance.installPackage(built.zip)
  const [layout] = rows('sys_ui_list', `name=${TABLES.invitation}`)
  const [column] = rows('sys_ui_list_element', `list_id=${layout?.['sys_id']}`)
  instance.store.remove('sys_ui_list_element', column?.['sys_id'] ?? '', systemCaller)
  const said = await lost()
  expect(said).toContain(TABLES.invitation)
  expect(said).not.toContain(TABLES.handshakeLog)
}, 60_000)
