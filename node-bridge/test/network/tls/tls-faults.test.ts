import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ERROR_CODES, TLS_CODES } from '@accord/shared/protocol'

import { tlsProblems } from '../../../../console/src/i18n/de/tls-problems.ts'
import { accord } from '../../cli/accord.ts'
import { type FaultyServers, startFaultyServers } from './faulty-servers.ts'

interface Named {
  readonly peer: string
  readonly diagnosis: string | null
  readonly callback: string
}

const run = promisify(execFile)
const NAMING = fileURLToPath(new URL('name-faults.ts', import.meta.url))
const directory = mkdtempSync(path.join(tmpdir(), 'accord-tls-'))
const trusted = path.join(directory, 'authority.pem')
let servers: FaultyServers

beforeAll(async () => {
  servers = await startFaultyServers()
  writeFileSync(trusted, servers.authority)
})
afterAll(async () => {
  await servers.close()
  rmSync(directory, { recursive: true, force: true })
})

/** In a process of its own: `NODE_EXTRA_CA_CERTS` is read once, at its start. */
async function nameAll(more: Record<string, string>): Promise<Record<string, Named>> {
  const env = { PATH: process.env['PATH'], ...more }
  const { stdout } = await run(process.execPath, [NAMING, ...Object.values(servers.origins)], { env })
  const found = JSON.parse(stdout) as Named[]
  return Object.fromEntries(Object.keys(servers.origins).map((fault, index) => [fault, found[index] as Named]))
}

test('each fault of a secure connection is named by its own cause to a peer’s call, a diagnosis and a callback', async () => {
  const { fine, 'fine with its chain': chained, ...faulty } = await nameAll({ NODE_EXTRA_CA_CERTS: trusted })
  expect([fine?.peer, fine?.diagnosis, chained?.peer]).toEqual(['200', null, '200'])
  const named = new Set<string>()
  for (const [fault, { peer, diagnosis, callback }] of Object.entries(faulty)) {
    const code = fault.split(':')[0] as keyof typeof tlsProblems
    named.add(code)
    expect([fault, peer, diagnosis]).toEqual([fault, code, code])
    expect(callback).toContain(`${ERROR_CODES[code].title} (${code}). ${ERROR_CODES[code].remedy}`)
  }
  expect(named).toEqual(new Set(TLS_CODES))
}, 60_000)

test('an authority that NODE_EXTRA_CA_CERTS does not name is unknown, and the remedy names the setting', async () => {
  const { fine } = await nameAll({})
  expect(fine?.peer).toBe('tls_unknown_issuer')
  expect(ERROR_CODES.tls_unknown_issuer.remedy).toContain('NODE_EXTRA_CA_CERTS')
}, 60_000)

test('each cause has its own text in both languages, and each says who acts', () => {
  for (const texts of [tlsProblems, ERROR_CODES])
    expect(new Set(TLS_CODES.map((code) => texts[code].title + texts[code].remedy)).size).toBe(TLS_CODES.length)
  for (const code of TLS_CODES) {
    expect([code, ERROR_CODES[code].remedy]).toEqual([code, expect.stringMatching(/operator/u)])
    expect([code, tlsProblems[code].remedy]).toEqual([code, expect.stringMatching(/Betreiber/u)])
  }
})

test('the command line names the same causes', async () => {
  for (const [fault, origin] of Object.entries(servers.origins)) {
    if (fault.startsWith('fine')) continue
    const code = fault.split(':')[0] as keyof typeof tlsProblems
    const settings = { ACCORD_URL: origin, ACCORD_OPERATOR_TOKEN: 'x'.repeat(24), NODE_EXTRA_CA_CERTS: trusted }
    const { stderr } = await accord(['list'], settings)
    expect([fault, stderr]).toEqual([fault, expect.stringContaining(`${ERROR_CODES[code].title} (${code})`)])
  }
}, 120_000)
