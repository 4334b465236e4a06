import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { NodeStatus } from '@accord/shared/schemas'
import { loadConfig } from '../../src/config/config.ts'
import { restoreSqlite } from '../../src/backup/sqlite-copy.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { type BridgeProcess, createBridgeProcess } from '../faults/company/bridge-process.ts'
import { findFreePort } from '../faults/company/free-port.ts'

const TOKEN = 'operator-token-of-a-careful-person'
const PUBLIC = { ACCORD_PUBLIC_URL: 'https://node.example.com' }

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-modes-'))
  chmodSync(directory, 0o755)
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
const isRoot = process.getuid?.() === 0
const nobody = () => Number(/^nobody:[^:]*:(\d+):/mu.exec(readFileSync('/etc/passwd', 'utf8'))?.[1])

/** Reads as another user of the host. Only root can become one; elsewhere the modes have to tell. */
function readAsSomebodyElse(file: string): boolean {
  if (!isRoot) return (statSync(file).mode & 0o004) !== 0
  try {
    execFileSync('/bin/cat', [file], { uid: nobody(), gid: nobody(), stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function startIn(dataDir: string, environment: Record<string, string> = {}): Promise<BridgeProcess> {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const bridge = createBridgeProcess({ port, publicUrl, dataDir, nodeName: 'N', operatorToken: TOKEN, environment })
  await bridge.start()
  return bridge
}

const findingOf = async ({ url }: BridgeProcess, code: string) => {
  const headers = { authorization: `Bearer ${TOKEN}` }
  const answer = await fetch(`${url}/operator/v1/status`, { headers })
  return NodeStatus.parse(await answer.json()).prerequisites.find((finding) => finding.code === code)
}

const filesIn = (dataDir: string) =>
  readdirSync(dataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

test('in a directory that everybody may enter, no other user reads a file of the node, while it works and after it', async () => {
  const dataDir = path.join(directory, 'data')
  mkdirSync(dataDir, { mode: 0o755 })
  const before = process.umask(0o022)
  const bridge = await startIn(dataDir).finally(() => process.umask(before))
  const guardAll = () => {
    expect(filesIn(dataDir).map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(['accord.sqlite', 'master.key', 'node.lock', 'restore-marker.json']),
    )
    for (const file of filesIn(dataDir))
      expect([file, modeOf(file), readAsSomebodyElse(file)]).toEqual([file, '600', false])
  }
  expect(filesIn(dataDir).some((file) => file.endsWith('-wal'))).toBe(true)
  guardAll()
  expect(await findingOf(bridge, 'files')).toBeUndefined()
  await bridge.stop()
  guardAll()
}, 60_000)

test('a command that opens the database makes nothing that others may read', async () => {
  const dataDir = path.join(directory, 'wide')
  mkdirSync(dataDir, { mode: 0o755 })
  const before = process.umask(0)
  try {
    await (await openDatabase({ dataDir, databaseUrl: undefined })).close()
  } finally {
    process.umask(before)
  }
  expect(modeOf(path.join(dataDir, 'accord.sqlite'))).toBe('600')
})

test('files of an earlier release that others could read are narrowed at the start, and the log names them', async () => {
  const dataDir = path.join(directory, 'data')
  await (await startIn(dataDir)).stop()
  const wide = ['accord.sqlite', 'node.lock', 'restore-marker.json', 'licence-clock.json']
  for (const name of wide) chmodSync(path.join(dataDir, name), 0o644)
  const bridge = await startIn(dataDir)
  await bridge.stop()
  for (const name of wide) {
    expect([name, modeOf(path.join(dataDir, name))]).toEqual([name, '600'])
    expect(bridge.output('stderr')).toMatch(new RegExp(`"file":"[^"]*${name}","mode":"644"`, 'u'))
  }
}, 60_000)

test('what a volume of the platform has widened to its group is narrowed, the key too, and the node starts', async () => {
  const dataDir = path.join(directory, 'volume')
  await (await startIn(dataDir)).stop()
  const group = process.getgid?.() ?? 0
  chmodSync(dataDir, 0o2770)
  for (const file of filesIn(dataDir)) {
    chownSync(file, process.getuid?.() ?? 0, group)
    chmodSync(file, 0o660)
  }
  const bridge = await startIn(dataDir)
  expect(modeOf(path.join(dataDir, 'master.key'))).toBe('600')
  expect(modeOf(path.join(dataDir, 'accord.sqlite'))).toBe('600')
  await bridge.stop()
}, 60_000)

test('a backup that was readable by all comes back for its owner only', async () => {
  const dataDir = path.join(directory, 'source')
  await (await openDatabase({ dataDir, databaseUrl: undefined })).close()
  const backup = path.join(dataDir, 'accord.sqlite')
  chmodSync(backup, 0o444)
  const target = path.join(directory, 'target')
  await restoreSqlite(backup, target, { keys: undefined, unsealed: true })
  expect(modeOf(path.join(target, 'accord.sqlite'))).toBe('600')
})

const KEY = Buffer.alloc(32, 9).toString('base64')
const SECRETS = [
  `ACCORD_MASTER_KEY=${KEY}`,
  `ACCORD_OPERATOR_TOKEN=${TOKEN}`,
  'ACCORD_DATABASE_URL=postgres://accord:hunter2@db/accord',
  'OTEL_EXPORTER_OTLP_HEADERS=authorization=hunter2',
]

test.each(SECRETS)('a settings file with a secret that others or a group may read is refused by name: %s', (line) => {
  const file = path.join(directory, 'accord.env')
  const load = () => loadConfig({ ...PUBLIC, ACCORD_CONFIG_FILE: file })
  writeFileSync(file, `${line}\n`)
  for (const [mode, who] of [
    [0o644, 'others'],
    [0o640, 'its group'],
  ] as const) {
    chmodSync(file, mode)
    expect(load).toThrow(`${file} holds ${line.slice(0, line.indexOf('='))} and can be read by ${who}`)
    expect(load).toThrow(`chmod 600 ${file}`)
    expect(load).not.toThrow(line.slice(line.indexOf('=') + 1))
  }
  chmodSync(file, 0o600)
  expect(load).not.toThrow()
})

test('a settings file without a secret may be read by all', () => {
  const file = path.join(directory, 'accord.env')
  writeFileSync(file, 'ACCORD_PORT=9000\nACCORD_DATABASE_URL=postgres://accord@db/accord\n', { mode: 0o644 })
  expect(loadConfig({ ...PUBLIC, ACCORD_CONFIG_FILE: file }).port).toBe(9000)
})

test('the same rule holds for the file that Node itself reads, as in the image', () => {
  const file = path.join(directory, 'accord.env')
  writeFileSync(file, `ACCORD_MASTER_KEY=${KEY}\n`, { mode: 0o644 })
  const start = () => {
    const main = path.join(import.meta.dirname, '../../src/main.ts')
    try {
      execFileSync(process.execPath, [`--env-file-if-exists=${file}`, main, 'start'], {
        stdio: 'pipe',
        env: { PATH: process.env['PATH'] },
      })
      return ''
    } catch (error) {
      return String((error as { stderr?: Buffer }).stderr)
    }
  }
  expect(start()).toContain(`${file} holds ACCORD_MASTER_KEY and can be read by others`)
  expect(start()).not.toContain(KEY)
})
