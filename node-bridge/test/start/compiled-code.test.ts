import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, expect, test } from '@jest/globals'

import { createBridgeProcess } from '../faults/company/bridge-process.ts'
import { findFreePort } from '../faults/company/free-port.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-compiled-'))
const compiled = path.join(dataDir, 'compiled-code')

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('a node keeps its compiled code in its data directory for the next start; a command beside it does not', async () => {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const operatorToken = 'operator-token-of-a-node-that-starts-quickly'
  const environment = { NODE_COMPILE_CACHE: '' }
  const node = createBridgeProcess({ port, publicUrl, dataDir, nodeName: 'Quick', operatorToken, environment })
  await node.start()
  await node.stop()
  expect(statSync(compiled).isDirectory()).toBe(true)
  rmSync(compiled, { recursive: true })
  const settings = { ACCORD_DATA_DIR: dataDir, ACCORD_PUBLIC_URL: publicUrl, ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }
  const env = { PATH: process.env['PATH'], ...environment, ...settings }
  expect(execFileSync(process.execPath, [MAIN, 'pair', '--local'], { env, encoding: 'utf8' })).toMatch(/\S/u)
  expect(existsSync(compiled)).toBe(false)
}, 60_000)
