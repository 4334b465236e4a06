import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, expect, test } from '@jest/globals'

const run = promisify(execFile)
const LISTING = fileURLToPath(new URL('list-loaded.ts', import.meta.url))
const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-untraced-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const loaded = async (more: Record<string, string>): Promise<string> => {
  const environment = { ACCORD_DATA_DIR: dataDir, ACCORD_ALLOW_HTTP_LOOPBACK: 'true', ACCORD_PORT: '0', ...more }
  const { stdout } = await run(process.execPath, [LISTING], { env: { PATH: process.env['PATH'], ...environment } })
  return stdout
}

test('a node that nobody asked to trace loads nothing of OpenTelemetry’s SDK', async () => {
  expect(await loaded({})).not.toMatch(/sdk-trace|exporter-trace-otlp/u)
})

test('both names of the endpoint load it, and a collector that is away stops nothing', async () => {
  for (const name of ['ACCORD_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'])
    expect(await loaded({ [name]: 'http://127.0.0.1:9' })).toMatch(/sdk-trace/u)
})
