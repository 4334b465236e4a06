import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { pino } from 'pino'

import { createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { rotateMasterKey } from '../../src/master-key/rotate-master-key.ts'
import { createVault } from '../../src/vault/vault.ts'
import { sealBackup } from '../../src/backup/backup-seal.ts'
import { accord } from '../cli/accord.ts'

const KEY = Buffer.alloc(32, 4).toString('base64')
const OTHER = Buffer.alloc(32, 6).toString('base64')

let directory = ''
let source = ''
let copy = ''
let fresh = ''
const settingsOf = (dataDir: string, key = KEY) =>
  loadConfig({ ACCORD_DATA_DIR: dataDir, ACCORD_PORT: '0', ACCORD_ALLOW_HTTP_LOOPBACK: 'true', ACCORD_MASTER_KEY: key })
const live = async (dataDir: string, key = KEY) => {
  const bridge = await createBridge(settingsOf(dataDir, key), { log: pino({ level: 'silent' }), show: () => undefined })
  const { keyFingerprint, prerequisites } = await bridge.services.node.status()
  await bridge.close()
  return { keyFingerprint, codes: prerequisites.map(({ code }) => code) }
}
const restore = (environment: Record<string, string> = { ACCORD_MASTER_KEY: KEY }, ...more: string[]) =>
  accord(['restore', copy, '--data-dir', fresh, ...more], environment)

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-sealed-'))
  source = path.join(directory, 'source')
  copy = path.join(directory, 'copy.sqlite')
  fresh = path.join(directory, 'fresh')
  await live(source)
  const made = await accord(['backup', copy, '--data-dir', source], { ACCORD_MASTER_KEY: KEY })
  expect(made).toMatchObject({ code: 0, stdout: `${copy}\n` })
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** As somebody with the file and a copy of SQLite does it. Whether or not the seal is put back behind it. */
function tamper(statement: string): void {
  const seal = /\naccord-backup [\w.-]+\n$/u.exec(readFileSync(copy, 'latin1'))?.[0] ?? ''
  const database = new SqliteDatabase(copy)
  database.exec(statement)
  database.close()
  const bytes = readFileSync(copy)
  if (!bytes.toString('latin1').endsWith(seal)) writeFileSync(copy, Buffer.concat([bytes, Buffer.from(seal, 'latin1')]))
}

const CHANGES: readonly [string, string][] = [
  [
    'a set-up link',
    `insert into console_link (token_hash, user_id, expires_at) select 'x', id, 9e15 from console_user limit 1`,
  ],
  [
    'a user',
    `insert into console_user (id, name, name_key, role, disabled, created_at) values ('x', 'x', 'x', 'admin', 0, 0)`,
  ],
  ['a trigger', `create trigger planted after insert on job begin delete from audit_entry; end`],
  ['an index', `create index planted on job (payload)`],
  ['a view', `create view planted as select * from node`],
  ['a changed row', `update node set first_started_at = first_started_at + 1`],
]

test('comes back as it was made, and the node goes on as the same', async () => {
  const before = await live(source)
  expect(await restore()).toMatchObject({ code: 0, stdout: `${fresh}\n` })
  expect(readFileSync(path.join(fresh, 'accord.sqlite')).length % 4096).toBe(0)
  const after = await live(fresh)
  expect(after.keyFingerprint).toBe(before.keyFingerprint)
  expect(after.codes).not.toContain('schema')
})

test.each(CHANGES)('%s that was added to a backup is noticed, and nothing is restored', async (_, statement) => {
  tamper(statement)
  const refused = await restore()
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('was changed after it was sealed'),
  })
  expect(existsSync(fresh) ? readdirSync(fresh) : []).toEqual([])
  // The flag is for what has no seal, never for a seal that is wrong.
  expect(await restore({ ACCORD_MASTER_KEY: KEY }, '--unsealed')).toMatchObject({ code: 1 })
})

test('one byte, anywhere, is enough', async () => {
  const bytes = readFileSync(copy)
  for (const at of [100, Math.floor(bytes.length / 2), bytes.length - 200]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    writeFileSync(copy, changed)
    expect((await restore()).code).toBe(1)
  }
}, 60_000)

test('without its seal it is refused by name, and taken only when somebody says so, loudly', async () => {
  truncateSync(copy, readFileSync(copy, 'latin1').lastIndexOf('\naccord-backup '))
  expect(await restore()).toMatchObject({ code: 1, stderr: expect.stringContaining('carries no seal') })
  const taken = await restore({ ACCORD_MASTER_KEY: KEY }, '--unsealed')
  expect(taken).toMatchObject({ code: 0, stderr: expect.stringContaining('THE SEAL WAS NOT ASKED FOR') })
})

test.each(CHANGES.filter(([, statement]) => statement.startsWith('create')))(
  '%s that we did not make is refused even in a backup that nobody asks a seal of, or that carries one',
  async (_, statement) => {
    tamper(statement)
    const seal = readFileSync(copy, 'latin1').lastIndexOf('\naccord-backup ')
    truncateSync(copy, seal)
    const wanted = { code: 1, stderr: expect.stringMatching(/schema is not the one that Accord makes: \w+ planted/u) }
    expect(await restore({ ACCORD_MASTER_KEY: KEY }, '--unsealed')).toMatchObject(wanted)
    sealBackup(copy, createVault(Buffer.from(KEY, 'base64')))
    expect(await restore()).toMatchObject(wanted)
    expect(readdirSync(fresh)).toEqual([])
  },
)

test('a backup under another master key is named as that, and comes back where its key is the one before', async () => {
  const refused = await restore({ ACCORD_MASTER_KEY: OTHER })
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('sealed with another master key') })
  const both = { ACCORD_MASTER_KEY: OTHER, ACCORD_MASTER_KEY_PREVIOUS: KEY }
  expect(await restore(both)).toMatchObject({ code: 0 })
  const moved = { ...settingsOf(fresh, OTHER), masterKeyPrevious: KEY }
  expect(await rotateMasterKey(moved)).toMatch(/^[1-9]/u)
  expect((await live(fresh, OTHER)).keyFingerprint).toBe((await live(source)).keyFingerprint)
})

test('the key of the data directory is enough, on either side', async () => {
  const own = path.join(directory, 'own')
  const bridge = await createBridge(
    loadConfig({ ACCORD_DATA_DIR: own, ACCORD_PORT: '0', ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }),
    { log: pino({ level: 'silent' }), show: () => undefined },
  )
  await bridge.close()
  rmSync(copy)
  expect(await accord(['backup', copy, '--data-dir', own], {})).toMatchObject({ code: 0 })
  for (const ending of ['', '-wal', '-shm']) rmSync(path.join(own, `accord.sqlite${ending}`), { force: true })
  fresh = own
  expect(await restore({})).toMatchObject({ code: 0 })
})

test('a copy that is made without the key says that nobody can check it later', async () => {
  rmSync(copy)
  const made = await accord(['backup', copy, '--data-dir', source, '--unsealed'], {})
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('THIS BACKUP CARRIES NO SEAL') })
  copyFileSync(copy, `${copy}.kept`)
  expect((await restore()).code).toBe(1)
})
