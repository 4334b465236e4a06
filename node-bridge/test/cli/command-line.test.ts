import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { COMMANDS } from '../../src/cli/commands/index.ts'
import { SETTINGS } from '../../src/config/settings.ts'

const run = promisify(execFile)
const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
const BIN = fileURLToPath(new URL('../../bin/accord.js', import.meta.url))

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'accord-cli-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const environment = (more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  ACCORD_DATA_DIR: dataDir,
  ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
  ACCORD_PORT: '0',
  ...more,
})

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
const accord = (words: string[], more: Record<string, string> = {}): Promise<Ended> =>
  run(process.execPath, [BIN, ...words], { env: environment(more) }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  )

test('--help lists start with the others, start --help explains every setting, and --version is one line', async () => {
  const help = await accord(['--help'])
  expect(help.code).toBe(0)
  for (const { name, summary } of COMMANDS)
    expect(help.stdout).toMatch(new RegExp(`^  ${name} +${escape(summary)}$`, 'mu'))
  const start = await accord(['start', '--help'])
  expect(start.code).toBe(0)
  for (const setting of Object.keys(SETTINGS)) expect(start.stdout).toContain(`  ${setting} `)
  expect((await accord(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
})

test.each([
  ['strat', 'start'],
  ['Start', 'start'],
  ['console lnik', 'console link'],
  ['rotate-master-kye', 'rotate-master-key'],
  ['lis', 'list'],
  ['diagnos acme', 'diagnose'],
])('%s is no command, and the nearest one is named', async (words, meant) => {
  const { code, stderr } = await accord(words.split(' '))
  expect(code).toBe(2)
  expect(stderr).toContain(`Did you mean "${meant}"?`)
})

test('what is near to nothing gets no guess, and a start takes no further word', async () => {
  expect((await accord(['frobnicate'])).stderr).toBe('There is no command "frobnicate". `accord --help` lists all.\n')
  expect(await accord(['start', 'now'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Usage: accord start'),
  })
})

test('an unknown command and a bad setting end with 2 and a sentence, not a stack', async () => {
  expect(await accord(['invite-everyone'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no command') })
  const bad = await accord(['start'], { ACCORD_PORT: 'x' })
  expect(bad.code).toBe(2)
  expect(bad.stderr).toMatch(/^ACCORD_PORT: /u)
  expect(bad.stderr).not.toContain('at ')
})

test('a master key file that others may read is refused', async () => {
  await accord(['pair', '--local'])
  await run(process.execPath, ['-e', `require('fs').writeFileSync('${dataDir}/master.key', 'x', { mode: 0o644 })`])
  const refused = await accord(['start'])
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('chmod 600') })
})

test('the first start shows a pairing code on standard output, never in the log, and stops cleanly on SIGTERM', async () => {
  const node = spawn(process.execPath, [BIN, 'start'], { env: environment() })
  let stdout = ''
  let stderr = ''
  node.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  await new Promise<void>((resolve) =>
    node.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (stdout.includes('accord pair --local')) resolve()
    }),
  )
  const second = await accord(['pair', '--local'])
  node.kill('SIGTERM')
  const code = await new Promise((resolve) => node.once('exit', resolve))
  expect(code).toBe(0)
  const secret = /#pair=([A-Za-z0-9_-]{32})\n/u.exec(stdout)?.[1] ?? ''
  expect(secret).toHaveLength(32)
  expect(second.stdout).toMatch(/#pair=[A-Za-z0-9_-]{32}\n/u)
  expect(second.stdout).not.toContain(secret)
  expect(stderr).toContain('the node is ready')
  expect(stderr).not.toContain('#pair=')
  for (const line of stderr.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()))
    expect(readFileSync(path.join(entry.parentPath, entry.name), 'latin1')).not.toContain(secret)
  expect(statSync(path.join(dataDir, 'master.key')).mode & 0o777).toBe(0o600)
})
