import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import { loadConfig } from '../../src/config/config.ts'
import { createVault } from '../../src/vault/vault.ts'
import { loadMasterKeys } from '../../src/master-key/master-key.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { createBridgeProcess } from '../faults/company/bridge-process.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { accord } from '../cli/accord.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'accord-secrets-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const PUBLIC = { ACCORD_PUBLIC_URL: 'https://node.example.com/' }
const TOKEN = 'operator-token-of-a-careful-person'
const KEY = Buffer.alloc(32, 9).toString('base64')
const DATABASE = 'postgres://accord:hunter2@db/accord'
const PROXY = 'http://acme:hunter2@proxy:3128'

/** What editors, `echo`, `kubectl create secret` and secret stores leave around a secret. */
const AROUND: readonly [string, (secret: string) => string][] = [
  ['a line break', (secret) => `${secret}\n`],
  ['a line break of Windows', (secret) => `${secret}\r\n`],
  ['blanks', (secret) => `  ${secret}\t`],
  ['a byte order mark', (secret) => `\uFEFF${secret}`],
]

test.each(AROUND)('%s around a secret is no part of it, from the environment or from the file', (_, wrap) => {
  const secrets = {
    ACCORD_OPERATOR_TOKEN: wrap(TOKEN),
    ACCORD_MASTER_KEY: wrap(KEY),
    ACCORD_MASTER_KEY_PREVIOUS: wrap(KEY),
    ACCORD_DATABASE_URL: wrap(DATABASE),
    ACCORD_OUTBOUND_PROXY: wrap(PROXY),
    OTEL_EXPORTER_OTLP_HEADERS: wrap('authorization=Bearer%20abc,x-tenant=acme'),
  }
  const wanted = {
    operatorToken: TOKEN,
    masterKey: KEY,
    masterKeyPrevious: KEY,
    databaseUrl: DATABASE,
    outboundProxy: PROXY,
    otlpHeaders: { authorization: 'Bearer abc', 'x-tenant': 'acme' },
  }
  expect(loadConfig({ ...PUBLIC, ...secrets })).toMatchObject(wanted)
  const file = path.join(directory, 'accord.env')
  writeFileSync(
    file,
    Object.entries(secrets)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  )
  expect(loadConfig({ ...PUBLIC, ACCORD_CONFIG_FILE: file })).toMatchObject(wanted)
})

const REFUSED: readonly [string, string, RegExp][] = [
  ['ACCORD_OPERATOR_TOKEN', '\n', /nothing but blanks/u],
  ['ACCORD_OPERATOR_TOKEN', 'hunter2-hunter2-hunter2 and words', /a blank or a line break/u],
  ['ACCORD_OPERATOR_TOKEN', 'hunter2-hunter2\nhunter2-hunter2', /a blank or a line break/u],
  ['ACCORD_OPERATOR_TOKEN', '“hunter2-hunter2-hunter2-hunter2”', /visible ASCII/u],
  ['ACCORD_OPERATOR_TOKEN', 'hunter2-hunter2\u200Bhunter2-hunter2', /visible ASCII/u],
  ['ACCORD_OPERATOR_TOKEN', 'hunter2', /at least 24 characters/u],
  ['ACCORD_OPERATOR_TOKEN', 'hunter2'.repeat(40), /at most 200 characters/u],
  ['ACCORD_MASTER_KEY', ' ', /nothing but blanks/u],
  ['ACCORD_MASTER_KEY', 'hunter2', /32 bytes in base64/u],
  ['ACCORD_MASTER_KEY_PREVIOUS', 'hunter2', /32 bytes in base64/u],
  ['ACCORD_DATABASE_URL', 'postgres://accord:hun\nter2@db/accord', /a line break inside/u],
  ['ACCORD_DATABASE_URL', 'postgres://accord:hunter2%0A@db/accord', /user or password with a line break/u],
  ['ACCORD_DATABASE_URL', 'postgres://accord:hunter2%20@db/accord', /user or password with/u],
  ['ACCORD_OUTBOUND_PROXY', 'http://acme:hun\nter2@proxy:3128', /a line break inside/u],
  ['ACCORD_OUTBOUND_PROXY', 'http://acme:hunter2%0A@proxy:3128', /user or password with a line break/u],
  ['ACCORD_OUTBOUND_PROXY', 'http://acme:hunter2%20@proxy:3128', /user or password with/u],
  ['ACCORD_OUTBOUND_PROXY', 'http://acme:hunter2%zz@proxy:3128', /a % that begins no %XX/u],
  ['ACCORD_OUTBOUND_PROXY', 'acme:hunter2@proxy:3128', /http:\/\/ or https:\/\/ URL/u],
  ['ACCORD_OUTBOUND_PROXY', 'http://acme:hunter2/@proxy:3128', /of a forward proxy|host and port only/u],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'Bearer hunter2', /must be a list such as/u],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=hunter2%0A%0Ahunter2', /must be a list such as/u],
  ['OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'authorization=hunter%', /must be a list such as/u],
]

test.each(REFUSED)(
  '%s that could not be used as it is refuses the start, named and not repeated: %j',
  (name, value, why) => {
    const load = () => loadConfig({ ...PUBLIC, [name]: value })
    expect(load).toThrow(why)
    expect(load).toThrow(`${name}: `)
    for (const part of ['hunter', 'ter2']) expect(load).not.toThrow(part)
  },
)

test('a secret of the settings file is refused with the name of the file', () => {
  const file = path.join(directory, 'named.env')
  writeFileSync(file, 'ACCORD_OPERATOR_TOKEN=hunter2\n', { mode: 0o600 })
  expect(() => loadConfig({ ...PUBLIC, ACCORD_CONFIG_FILE: file })).toThrow(
    `ACCORD_OPERATOR_TOKEN: must have at least 24 characters (in ${file})`,
  )
})

test('a name of OpenTelemetry that is read from the environment alone is not lost in the file', () => {
  const file = path.join(directory, 'otel.env')
  writeFileSync(file, 'OTEL_RESOURCE_ATTRIBUTES=a=b\n', { mode: 0o600 })
  expect(() => loadConfig({ ...PUBLIC, ACCORD_CONFIG_FILE: file })).toThrow('OTEL_RESOURCE_ATTRIBUTES')
})

test('a master key file with a byte order mark and line breaks of Windows is the same key', () => {
  const file = path.join(directory, 'master.key')
  writeFileSync(file, `\uFEFF${KEY}\r\n`, { mode: 0o600 })
  expect(createVault(loadMasterKeys({ file }).current).keyId).toBe(createVault(Buffer.from(KEY, 'base64')).keyId)
})

test.each([
  ['is not there', undefined, 'cannot be read (ENOENT)'],
  ['is not PEM', 'DER', 'holds no certificate in PEM form'],
  ['has something before its first line', '\uFEFF-----BEGIN CERTIFICATE-----\n', 'holds no certificate in PEM form'],
])('a certificate for the database that %s is named with parameter and file', async (_, text, sentence) => {
  const file = path.join(directory, 'ca.pem')
  rmSync(file, { force: true })
  if (text !== undefined) writeFileSync(file, text)
  const databaseUrl = `postgres://accord@127.0.0.1:9/accord?sslmode=verify-full&sslrootcert=${file}`
  await expect(openDatabase({ dataDir: directory, databaseUrl })).rejects.toThrow(
    `ACCORD_DATABASE_URL: sslrootcert: ${file} ${sentence}`,
  )
})

test('a node whose token came with a line break takes the calls of whoever sends it, with or without one', async () => {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const bridge = createBridgeProcess({
    port,
    publicUrl,
    dataDir: path.join(directory, 'node'),
    nodeName: 'Careful',
    operatorToken: `${TOKEN}\n`,
  })
  await bridge.start()
  try {
    for (const token of [TOKEN, `${TOKEN}\n`])
      expect(await accord(['list'], { ACCORD_URL: publicUrl, ACCORD_OPERATOR_TOKEN: token })).toMatchObject({ code: 0 })
    const wrong = await accord(['list'], { ACCORD_URL: publicUrl, ACCORD_OPERATOR_TOKEN: 'x'.repeat(30) })
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('ACCORD_OPERATOR_TOKEN') })
    expect(wrong.stderr).not.toContain('Pair the instance')
  } finally {
    await bridge.stop()
  }
}, 60_000)

test('the command line refuses a token that could not be sent, and does not repeat it', async () => {
  for (const token of ['hunter2-hunter2\nhunter2-hunter2', 'hunter2']) {
    const { code, stderr } = await accord(['list'], { ACCORD_URL: 'http://127.0.0.1:9', ACCORD_OPERATOR_TOKEN: token })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^ACCORD_OPERATOR_TOKEN: /u)])
    expect(stderr).not.toContain('hunter2')
  }
})

test('the collector is sent the headers of the settings file', async () => {
  const received: IncomingMessage['headers'][] = []
  const collector = createServer((request, response) => {
    received.push(request.headers)
    request.resume().once('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => collector.once('listening', resolve))
  const file = path.join(directory, 'collector.env')
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  writeFileSync(file, `ACCORD_OTLP_ENDPOINT=${endpoint}\nOTEL_EXPORTER_OTLP_HEADERS=x-token=abc%20def \n`, {
    mode: 0o600,
  })
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const environment = { ACCORD_CONFIG_FILE: file }
  const dataDir = path.join(directory, 'traced')
  const bridge = createBridgeProcess({
    port,
    publicUrl,
    dataDir,
    nodeName: 'Traced',
    operatorToken: TOKEN,
    environment,
  })
  try {
    await bridge.start()
    await fetch(`${publicUrl}/.well-known/accord-node`)
  } finally {
    await bridge.stop()
    collector.close()
  }
  expect(received.length).toBeGreaterThan(0)
  for (const headers of received) expect(headers['x-token']).toBe('abc def')
}, 60_000)
