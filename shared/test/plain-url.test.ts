import { domainToASCII, domainToUnicode } from 'node:url'

import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { faultOfText, faultOfUrl, isOtherHost, shownHost, shownUrl, URL_FAULTS } from '../src/protocol/index.ts'
import {
  DiscoveryDocument,
  InstanceDiscovery,
  InvitationPayload,
  NodeInfo,
  PeerUrl,
  TypedUrl,
} from '../src/schemas/index.ts'

const HOST = 'https://node.example'

const HOSTILE: [string, string, keyof typeof URL_FAULTS][] = [
  ['a fragment that swallows our path', `${HOST}/internal/payroll/run?all=1#`, 'fragment'],
  ['an empty fragment', `${HOST}#`, 'fragment'],
  ['a query', `${HOST}/run?x=`, 'query'],
  ['an empty query', `${HOST}?`, 'query'],
  ['a user', 'https://bank.example@node.example', 'user_info'],
  ['a user and a password', 'https://a:b@node.example', 'user_info'],
  ['a backslash', 'https://node.example\\.bank.example', 'backslash'],
  ['a dot segment', `${HOST}/a/../admin`, 'path'],
  ['a dot', `${HOST}/./a`, 'path'],
  ['a dot segment at the end', `${HOST}/a/..`, 'path'],
  ['an escaped dot segment', `${HOST}/%2e%2e/admin`, 'escape'],
  ['an escaped slash', `${HOST}/a%2fb`, 'escape'],
  ['an escaped line break', `${HOST}/a%0d%0aX`, 'escape'],
  ['an escape in the host', 'https://node%2eexample', 'escape'],
  ['an empty segment', `${HOST}//node.example`, 'path'],
  ['a parameter of a path', `${HOST}/a;x=1`, 'path'],
  ['an escape sequence', `${HOST}/\u001b[2J`, 'characters'],
  ['a bell', `${HOST}/\u0007`, 'characters'],
  ['a line break', `${HOST}/a\nBound to us  yes`, 'characters'],
  ['a line break at the end', `${HOST}\n`, 'characters'],
  ['a tab in the host', 'https://no\tde.example', 'characters'],
  ['a blank', `${HOST}/a b`, 'characters'],
  ['a blank before it', ` ${HOST}`, 'characters'],
  ['a turn of direction', `${HOST}/\u202egro.elpmaxe`, 'characters'],
  ['a host in Unicode', 'https://bücher.example', 'characters'],
  ['capitals', 'https://Node.example', 'host'],
  ['another scheme', 'javascript:alert(1)', 'scheme'],
  ['a scheme in capitals', 'HTTPS://node.example', 'scheme'],
  ['no slashes', 'https:node.example', 'scheme'],
  ['no host', 'https:///a', 'host'],
  ['a dot at the end of the host', 'https://node.example./a', 'host'],
  ['the port that it has anyway', 'https://node.example:443', 'host'],
  ['a port with a zero before it', 'https://node.example:0443', 'host'],
  ['a port that is none', 'https://node.example:65536', 'host'],
  ['loopback as one number', 'https://2130706433', 'host'],
  ['loopback in hexadecimal', 'https://0x7f.0.0.1', 'host'],
  ['loopback in octal', 'https://0177.0.0.1', 'host'],
  ['an IPv6 address in another spelling', 'https://[0:0:0:0:0:0:0:1]', 'host'],
  ['a zone', 'https://[fe80::1%25eth0]', 'escape'],
  ['punycode that is none', 'https://xn--a.example', 'host'],
  ['too much of it', `${HOST}/${'a'.repeat(2048)}`, 'length'],
]

test.each(HOSTILE)('%s makes an address of a peer none', (_what, url, fault) => {
  const parsed = PeerUrl.safeParse(url)
  expect(parsed.success).toBe(false)
  expect(parsed.error?.issues.map(({ message }) => message)).toContain(URL_FAULTS[fault])
})

test.each([
  HOST,
  `${HOST}/`,
  `${HOST}:8443/accord`,
  `${HOST}/accord/`,
  `${HOST}/a.b/c_d/~e-f/...`,
  'http://127.0.0.1:8080',
  'https://[::1]:8443/x',
  'https://xn--bcher-kva.example',
])('%s stays what it is', (url) => {
  expect([faultOfUrl(url), PeerUrl.parse(url)]).toEqual([undefined, url])
})

describe('one schema checks every member', () => {
  const node = NodeInfo.shape
  const members = {
    'baseUrl of a node': node.baseUrl,
    'issueTrackerUrl of a node': node.issueTrackerUrl,
    'nodeUrl of an instance': InstanceDiscovery.shape.nodeUrl,
    'destinationUrl of a code': InvitationPayload.shape.connection.shape.destinationUrl.unwrap(),
    'baseUrl of a code': InvitationPayload.shape.nodeInfo.shape.baseUrl,
    'baseUrl in discovery': DiscoveryDocument.shape.node.shape.baseUrl,
  }
  test.each(Object.entries(members))('%s', (_name, schema) => expect(schema).toBe(PeerUrl))
})

/** Pieces that an attacker would put together. */
const pieces = fc.array(
  fc.constantFrom(
    ...HOSTILE.map(([, url]) => url),
    HOST,
    '/',
    '\\',
    '#',
    '?',
    '@',
    ':',
    '..',
    '.',
    '%2e',
    '%',
    'a',
    'xn--',
    '//',
    '\n',
    ' ',
    '[',
    ']',
    '0',
    '443',
  ),
  { maxLength: 7 },
)

test('whatever a peer writes: what passes has one meaning, and our path behind it is the path that is called', () => {
  const check = (text: string): void => {
    if (!PeerUrl.safeParse(text).success) return
    const url = new URL(text)
    expect([url.href, url.href.replace(/\/$/u, '')]).toContain(text)
    const called = new URL(`${text.replace(/\/+$/u, '')}/node/v1/contact`)
    expect(called.href).toBe(`${url.origin}${url.pathname.replace(/\/$/u, '')}/node/v1/contact`)
    expect([called.search, called.hash, called.username, called.password]).toEqual(['', '', '', ''])
  }
  fc.assert(
    fc.property(pieces, (parts) => check(parts.join(''))),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(pieces, (parts) => check(HOST + parts.join(''))),
    { numRuns: 5000 },
  )
  fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), check), { numRuns: 1000 })
})

test.each([
  [' HTTPS://Node.Example/ ', HOST],
  ['https://Bücher.example/Regal', 'https://xn--bcher-kva.example/Regal'],
  ['https://node.example:443/a/../b', `${HOST}/b`],
])('what a person types as %j is kept as %s', (typed, kept) => expect(TypedUrl.parse(typed)).toBe(kept))

test.each([
  'https://no\nde.example',
  'https://node.example\\a',
  'https://a@node.example',
  `${HOST}/\u202e`,
  `${HOST}?a`,
])('a person is refused %j, which would become another address', (typed) =>
  expect(TypedUrl.safeParse(typed).success).toBe(false),
)

describe('another host than the one that was entered', () => {
  test.each([
    ['https://node.example', 'https://instance.example', true],
    ['https://node.example', 'https://node.example.evil.example', true],
    ['https://bank.example', 'https://xn--bnk-hoa.example', true],
    ['https://node.example', 'https://evil.example/node.example', true],
    ['https://10.0.0.1', 'https://10.0.0.2', true],
    ['https://node.example', 'https://node.example:8443/a', false],
    ['http://node.example:8080/b', 'https://node.example', false],
    ['https://[::1]:8443', 'https://[::1]', false],
    ['https://node.example', null, false],
    [null, 'https://instance.example', false],
  ])('entered %s, named %s: %s', (entered, named, isOther) => expect(isOtherHost(entered, named)).toBe(isOther))
})

describe('a host is shown in punycode and, beside it, in Unicode', () => {
  test.each([
    ['https://xn--bcher-kva.example/a', 'https://xn--bcher-kva.example/a (bücher.example)'],
    ['https://xn--pple-43d.com', 'https://xn--pple-43d.com (аpple.com)'],
    ['https://node.example/xn--a', 'https://node.example/xn--a'],
    ['https://node.example/\u001b[2J', 'https://node.example/\\u{1b}[2J'],
  ])('%s', (url, shown) => expect(shownUrl(url)).toBe(shown))

  test('with its port where it has one', () => {
    expect(shownHost('https://xn--bcher-kva.example:8443/a')).toBe('xn--bcher-kva.example:8443 (bücher.example)')
    expect(shownHost('https://node.example/a')).toBe('node.example')
  })

  test('as Node decodes it', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abäöüßжщ日本語ไทยأב한-ñé'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(label, (text) => {
        const host = domainToASCII(`${text}.example`)
        const unicode = domainToUnicode(host)
        fc.pre(host !== '' && host !== unicode && faultOfText(unicode) === undefined)
        expect(shownUrl(`https://${host}`)).toBe(`https://${host} (${unicode})`)
      }),
      { numRuns: 2000 },
    )
  })

  test('and nothing is made of what is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abz019-'), maxLength: 20 }), (text) => {
        expect(faultOfText(shownUrl(`https://xn--${text}.example`))).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })
})
