import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { findFreePort } from '../faults/company/free-port.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const STORY_MS = 240_000
const WORD = 'planted-kingfisher-of-the-core'
/** A file below the working directory of who dies. Elsewhere a core goes to a service of the system. */
const PATTERN = '/proc/sys/kernel/core_pattern'
const isDumpedHere = existsSync(PATTERN) && /^core$/u.test(readFileSync(PATTERN, 'utf8').trim())

let directory: string
let child: ChildProcess | undefined
beforeEach(() => void (directory = mkdtempSync(path.join(tmpdir(), 'accord-core-'))))
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** As from a shell that allows cores of any size; by default none has one. */
function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const command = 'ulimit -c unlimited; exec "$0" "$@"'
  const env = { PATH: process.env['PATH'] ?? '', ...environment }
  return (child = spawn('bash', ['-c', command, process.execPath, ...words], { cwd: directory, env, stdio: 'ignore' }))
}

/** What a core of a process that was ended so holds; undefined where it has left none. */
async function dumpOf(dying: ChildProcess): Promise<Buffer | undefined> {
  const ended = once(dying, 'exit')
  dying.kill('SIGABRT')
  await ended
  const core = readdirSync(directory).find((name) => name.startsWith('core'))
  return core === undefined ? undefined : readFileSync(path.join(directory, core))
}

/** Elsewhere nothing is promised, SECURITY.md. */
const isLinux = process.platform === 'linux'

test(
  'a core of a node that is killed holds nothing of what the node knew, also where cores are switched on',
  async () => {
    if (!isLinux) return
    const port = await findFreePort()
    const url = `http://127.0.0.1:${port}`
    const node = start([MAIN, 'start'], {
      ACCORD_DATA_DIR: directory,
      ACCORD_PORT: String(port),
      ACCORD_PUBLIC_URL: url,
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
      ACCORD_NODE_NAME: WORD,
      ACCORD_OPERATOR_TOKEN: `${WORD}-0123456789-0123456789-0123456789`,
    })
    const isUp = async () => (await fetch(`${url}/readyz`)).ok || undefined
    await eventually('the node is up', isUp, { withinMs: STORY_MS })
    expect(readFileSync(`/proc/${node.pid}/coredump_filter`, 'utf8').trim()).toBe('00000000')
    const core = await dumpOf(node)
    if (isDumpedHere) expect(core).toBeDefined()
    expect(core?.includes(WORD) ?? false).toBe(false)
  },
  STORY_MS,
)

/** Without this the test above could not fail. */
test(
  'a core of a process that does not ask for that does hold what it knew',
  async () => {
    if (!isLinux) return
    const script = path.join(directory, 'knows.mjs')
    const [first, ...rest] = WORD.split('-')
    writeFileSync(
      script,
      `import { writeFileSync } from 'node:fs'
globalThis.known = Buffer.from([${JSON.stringify(first)}, ...${JSON.stringify(rest)}].join('-'))
writeFileSync('ready', '')
setInterval(() => undefined, 1000)\n`,
    )
    const knowing = start([script])
    await eventually('it knows', () => existsSync(path.join(directory, 'ready')) || undefined, { withinMs: STORY_MS })
    const core = await dumpOf(knowing)
    if (isDumpedHere) expect(core?.includes(WORD)).toBe(true)
  },
  STORY_MS,
)
