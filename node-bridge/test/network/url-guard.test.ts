import type { LookupAddress } from 'node:dns'

import { describe, expect, test } from '@jest/globals'

import { kindOfAddress, parseRanges, unwrapAddress } from '../../src/network/address-ranges.ts'
import { createRemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { createUrlGuard, type UrlPolicy } from '../../src/network/url-guard.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { answering, serve } from '../nodes/stub-server.ts'

const CLOSED: UrlPolicy = { allowHttpLoopback: false, allowedPrivateRanges: [] }
const guard = createUrlGuard(CLOSED)

describe('by default only https to public addresses passes', () => {
  test.each([
    'https://acme.service-now.com',
    'https://node.example:8443/accord?x=1',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[64:ff9b::808:808]/',
  ])('%s passes', (url) => {
    expect(guard.check(url).protocol).toBe('https:')
  })

  test.each([
    ['http://acme.service-now.com', 'scheme'],
    ['http://127.0.0.1', 'scheme'],
    ['ftp://node.example', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://node.example', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['https://user@node.example', 'credentials'],
    ['https://user:secret@node.example', 'credentials'],
    ['https://:secret@node.example', 'credentials'],
    ['not a url', 'syntax'],
    ['', 'syntax'],
    ['https://', 'syntax'],
    [`https://node.example/${'a'.repeat(2048)}`, 'syntax'],
    ['https://127.0.0.1', 'address'],
    ['https://127.1', 'address'],
    ['https://2130706433', 'address'],
    ['https://0x7f.0.0.1', 'address'],
    ['https://0177.0.0.1', 'address'],
    ['https://①②⑦.0.0.1', 'address'],
    ['https://0.0.0.0', 'address'],
    ['https://0', 'address'],
    ['https://10.1.2.3', 'address'],
    ['https://172.16.0.1', 'address'],
    ['https://172.31.255.255', 'address'],
    ['https://192.168.1.1', 'address'],
    ['https://100.64.0.1', 'address'],
    ['https://169.254.169.254/latest/meta-data', 'address'],
    ['https://168.63.129.16', 'address'],
    ['https://198.18.0.1', 'address'],
    ['https://224.0.0.1', 'address'],
    ['https://255.255.255.255', 'address'],
    ['https://[::1]', 'address'],
    ['https://[::]', 'address'],
    ['https://[::ffff:127.0.0.1]', 'address'],
    ['https://[::ffff:10.0.0.1]', 'address'],
    ['https://[::127.0.0.1]', 'address'],
    ['https://[64:ff9b::7f00:1]', 'address'],
    ['https://[64:ff9b::a9fe:a9fe]', 'address'],
    ['https://[64:ff9b:1::808:808]', 'address'],
    ['https://[2002:7f00:1::]', 'address'],
    ['https://[2001:0:7f00:1::]', 'address'],
    ['https://[fe80::1]', 'address'],
    ['https://[fc00::1]', 'address'],
    ['https://[fd00:ec2::254]', 'address'],
    ['https://[ff02::1]', 'address'],
    ['https://[2001:db8::1]', 'address'],
    ['https://[100::1]', 'address'],
  ])('%s is refused by its %s', async (url, reason) => {
    const refusal = await refusalOf(() => guard.check(url))
    expect([refusal.code, refusal.facts]).toEqual(['url_refused', { reason }])
  })
})

test('172.15 and 172.32 are public neighbours of a private range', () => {
  expect([kindOfAddress('172.15.0.1'), kindOfAddress('172.32.0.1'), kindOfAddress('100.128.0.1')]).toEqual([
    'public',
    'public',
    'public',
  ])
})

test('a listed range opens, over https alone and nothing beside it; metadata never opens', async () => {
  const open = createUrlGuard({
    allowHttpLoopback: false,
    allowedPrivateRanges: ['10.20.0.0/16', '169.254.0.0/16', 'fd12::/16'],
  })
  expect(open.check('https://10.20.3.4').hostname).toBe('10.20.3.4')
  expect(open.check('https://[::ffff:10.20.3.4]').hostname).toBe('[::ffff:a14:304]')
  expect(open.check('https://[fd12::1]').hostname).toBe('[fd12::1]')
  expect(open.check('https://169.254.1.1').hostname).toBe('169.254.1.1')
  for (const url of [
    'http://10.20.3.4',
    'https://10.21.0.1',
    'https://169.254.169.254',
    'https://[fd13::1]',
    'https://127.0.0.1',
  ])
    expect(await codeOf(() => open.check(url))).toBe('url_refused')
})

test('plain http opens to loopback only, by its own setting', async () => {
  const local = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: ['10.0.0.0/8'] })
  for (const url of [
    'http://127.0.0.1:8080',
    'http://127.9.9.9',
    'http://[::1]:1',
    'https://127.0.0.1',
    'http://localhost:1',
  ])
    expect(local.check(url)).toBeInstanceOf(URL)
  for (const url of ['http://10.0.0.1', 'http://8.8.8.8', 'http://[::]', 'http://0.0.0.0'])
    expect(await codeOf(() => local.check(url))).toBe('url_refused')
})

test('a range that is none stops the start', () => {
  for (const cidr of ['10.0.0.0', 'internal/8', '10.0.0.0/x', '10.0.0.0/33', '/8'])
    expect(() => parseRanges([cidr])).toThrow()
})

test('an address is checked by what it hides', () => {
  expect(unwrapAddress('::ffff:127.0.0.1')).toBe('127.0.0.1')
  expect(unwrapAddress('64:ff9b::192.168.0.1')).toBe('192.168.0.1')
  expect(unwrapAddress('fe80::1%eth0')).toBe('fe80::1')
  expect(kindOfAddress('no address')).toBe('metadata')
})

/** A resolver that gives another answer each time; the last one stays. */
const resolving = (...rounds: string[][]) => {
  let round = 0
  return (_: string, __: object, callback: (error: null, addresses: LookupAddress[]) => void) => {
    const addresses = rounds[Math.min(round++, rounds.length - 1)] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

describe('names are checked by every address they resolve to, at the moment of connecting', () => {
  test.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['::1']],
    [['169.254.169.254']],
    [['2606:4700::1', '::ffff:192.168.0.1']],
    [[]],
  ])('a name that leads to %j is refused', async (addresses) => {
    const client = createRemoteNodeClient(createUrlGuard(CLOSED, resolving(addresses)))
    expect(await codeOf(client.send({ method: 'GET', url: 'https://rebind.example/' }))).toBe('url_refused')
  })

  test('plain http follows a name to loopback and nowhere else, and the checked address is the one connected', async () => {
    const server = await serve(answering(200, { ok: true }))
    const port = new URL(server.origin).port
    const policy = { allowHttpLoopback: true, allowedPrivateRanges: [] }
    const client = createRemoteNodeClient(createUrlGuard(policy, resolving(['127.0.0.1'], ['8.8.8.8'])))
    expect((await client.send({ method: 'GET', url: `http://local.example:${port}/` })).json).toEqual({ ok: true })
    await server.close()
    client.close()
    expect(await codeOf(client.send({ method: 'GET', url: `http://local.example:${port}/` }))).toBe('url_refused')
  })
})
