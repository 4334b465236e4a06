import type { ConsoleCallName } from '@accord/shared/contracts'
import { readdirSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'

import { afterEach, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { callerAddress, createIsProxy } from '../../src/http/forwarded-address.ts'
import { tokenOf, PASSWORD, startConsoleNode, type ConsoleNode } from '../console/console-node.ts'
import { openBrowser } from '../console/console-browser.ts'
import { callOperation } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices, OPERATOR_TOKEN } from './stub-services.ts'

let app: RunningApp | undefined
let node: ConsoleNode | undefined
afterEach(async () => {
  await app?.close()
  await node?.close()
  ;[app, node] = [undefined, undefined]
})

const isProxy = createIsProxy(['10.0.0.0/8', 'fd00::/8'])
const received = (header: string | undefined, socket = '127.0.0.1') => callerAddress(socket, header, isProxy)

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['"203.0.113.7:51234"', '203.0.113.7'],
  ['  203.0.113.7\t', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['2001:0DB8:0:0::0007', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['[2001:db8::7]:443', '2001:db8::7'],
  ['"[2001:db8::7]:443"', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%25eth0]:80', 'fe80::1'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:9', '203.0.113.7'],
  ['198.51.100.9, 203.0.113.7, 10.1.2.3:80, [fd00::1]:81', '203.0.113.7'],
  ['10.9.9.9, 10.1.2.3', '10.9.9.9'],
])('the hop %s is the caller %s', (header, address) => {
  expect(received(header)).toBe(address)
  expect(received(`attacker's words, ${'x'.repeat(20_000)}, ${header}`)).toBe(
    header.startsWith('10.') ? '127.0.0.1' : address,
  )
})

test.each([
  '',
  ' ',
  ',',
  'unknown',
  '_hidden',
  'for=203.0.113.7',
  'localhost',
  '203.0.113.7:',
  '203.0.113.7:port',
  '203.0.113.7:123456',
  '203.0.113',
  '203.0.113.07',
  '0xcb007107',
  '203.0.113.7/24',
  '[203.0.113.7]:80',
  '[2001:db8::7',
  '[[2001:db8::7]]',
  '2001:db8::7::1',
  '203.0.113.7 203.0.113.8',
  '203.0.113.7;203.0.113.8',
  '::ffff:203.0.113.7:80:80:80:80:80',
  '\u0000203.0.113.7',
  `fe80::1%${'z'.repeat(200)}`,
])('%j is no address: the socket’s own counts', (header) => {
  expect(received(header)).toBe('127.0.0.1')
  expect(received(header, '::ffff:10.0.0.5')).toBe('10.0.0.5')
})

test('who is no proxy says nothing by a header, and a socket that is gone has no address', () => {
  expect(received('203.0.113.7', '198.51.100.1')).toBe('198.51.100.1')
  expect(received('203.0.113.7', '::ffff:198.51.100.1')).toBe('198.51.100.1')
  expect(received('203.0.113.7', 'fe80::2%eth0')).toBe('fe80::2')
  expect(callerAddress(undefined, '203.0.113.7', isProxy)).toBe('unknown')
})

test('whatever stands in the header, what comes out is one short address', () => {
  const text = fc.oneof(fc.string({ maxLength: 3000 }), fc.ipV4Extended(), fc.ipV6(), fc.constantFrom(':80', '[', '%1'))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), fc.constantFrom(',', ', ', ':', ''), (parts, between) => {
      const address = received(parts.join(between))
      expect(isIP(address)).not.toBe(0)
      expect(address.length).toBeLessThanOrEqual(45)
    }),
  )
})

test('a hundred and sixty calls of one address, each with another port behind it, are one caller', async () => {
  app = await runApp(createStubServices().services, { rates: { perAddress: { burst: 120, perSecond: 0.01 } } })
  const statuses: number[] = []
  for (let port = 0; port < 160; port += 1) {
    const headers = { 'x-forwarded-for': `198.51.100.1:${50_000 + port}` }
    statuses.push((await callOperation(app.origin, 'discover', { headers })).status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(120)
  expect(statuses.filter((status) => status === 429)).toHaveLength(40)
})

test('sign-in limits, sessions and the audit log hold addresses, never what a header says', async () => {
  node = await startConsoleNode({ ACCORD_OPERATOR_TOKEN: OPERATOR_TOKEN })
  const { bridge } = node
  const from = (forwarded: string) => {
    const browser = openBrowser(bridge.listenUrl)
    return (name: ConsoleCallName, body: object) =>
      browser.call(name, body, { headers: { 'x-forwarded-for': forwarded } })
  }
  const { link } = await bridge.services.console.accounts.invite({ name: 'mia', role: 'admin', actor: 'operator' })
  const opened = await from('203.0.113.7:1234')('useLink', { token: tokenOf(link?.url ?? ''), password: PASSWORD })
  expect(opened.status).toBe(200)
  let failures = 0
  for (let port = 1; port <= 30; port += 1) {
    const { status } = await from(`198.51.100.1:${port}`)('signIn', { name: `nobody ${port}`, password: 'x' })
    if (status === 401) failures += 1
  }
  expect(failures).toBe(20)
  const signedIn = await from('203.0.113.7:9999')('signIn', { name: 'mia', password: PASSWORD })
  expect(signedIn.status).toBe(200)
  const lines = await fetch(`${bridge.listenUrl}/operator/v1/audit?limit=500`, {
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  })
  const text = await lines.text()
  const sources = new Set(
    text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { source: string }).source),
  )
  for (const source of sources) expect(source === 'node' || isIP(source) !== 0).toBe(true)
  expect(sources).toContain('203.0.113.7')
  expect(sources).toContain('198.51.100.1')
})

test('nothing else in the node reads the socket’s address or a forwarded header', () => {
  const root = path.join(import.meta.dirname, '../../src')
  const readers = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /\breq(?:uest)?\.ips?\b|x-forwarded|'forwarded'|trust proxy/iu.test(withoutComments(root, file)))
  expect(readers.map((file) => path.basename(file)).toSorted()).toEqual(['caller-address.ts', 'settings.ts'])
})

const withoutComments = (root: string, file: string): string =>
  readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
