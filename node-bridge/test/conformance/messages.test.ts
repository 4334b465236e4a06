import { expect, test } from '@jest/globals'

import { readFixture } from './read-fixture.ts'

interface Members {
  readonly properties: Record<string, { readonly const?: unknown }>
  readonly required: readonly string[]
}
interface Jws {
  readonly typ: string
  readonly keyBy: readonly string[]
  /** `oneOf`: by the member `kind`. */
  readonly claims: Members | { readonly oneOf: readonly Members[] }
}
const { jws } = readFixture<{ jws: Record<string, Jws> }>('messages.json')
const kinds = new Map(Object.values(jws).map((kind) => [kind.typ, kind]))

const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

/** Each compact JWS in a text, and those in its claims. */
function jwsIn(text: string): { header: Record<string, unknown>; claims: Record<string, unknown> }[] {
  return [...text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}/gu)].flatMap(([found]) => {
    const [header = '', payload = ''] = found.split('.')
    const claims = decode(payload)
    return [{ header: decode(header), claims }, ...jwsIn(JSON.stringify(claims))]
  })
}

/** The members that claims of this kind have. */
const membersFor = (schema: Jws['claims'], claims: Record<string, unknown>): Members | undefined =>
  'oneOf' in schema ? schema.oneOf.find(({ properties }) => properties['kind']?.const === claims['kind']) : schema

const handshake = readFixture<{ code: string; pair: object }>('handshake.json')
const taken = [
  handshake.code,
  handshake.pair,
  readFixture<{ valid: object }>('requests.json').valid,
  readFixture<{ valid: object }>('answers.json').valid,
  readFixture<{ valid: object }>('rotation.json').valid,
  readFixture<{ valid: object }>('private-source.json').valid,
  readFixture<{ messages: { valid: object } }>('sync-messages.json').messages.valid,
  readFixture<{ results: { valid: object } }>('sync-messages.json').results.valid,
]
const found = jwsIn(JSON.stringify(taken))

test('every kind of signed text stands in the fixtures', () => {
  expect([...new Set(found.map(({ header }) => header['typ']))].toSorted()).toEqual([...kinds.keys()].toSorted())
})

test.each([...kinds])('what is signed as %s has the members that its table names, and no others', (typ, kind) => {
  for (const { header, claims } of found.filter((each) => each.header['typ'] === typ)) {
    const keyBy = kind.keyBy.filter((name) => name in header)
    expect(Object.keys(header).toSorted()).toEqual(['alg', ...keyBy, 'typ'].toSorted())
    expect(keyBy).toHaveLength(1)
    const members = membersFor(kind.claims, claims)
    expect(Object.keys(claims).filter((name) => !(name in (members?.properties ?? {})))).toEqual([])
    expect(members?.required.filter((name) => !(name in claims))).toEqual([])
  }
})
