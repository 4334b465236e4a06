import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'
import { OPERATIONS } from '@accord/shared/contracts'
import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'

import { MOST_MS } from '../../node-bridge/src/event-loop/yielding.ts'

interface Schema {
  readonly properties?: Record<string, Schema>
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
interface Messages {
  readonly jws: Record<
    string,
    { section: string; typ: string; signedBy: string; keyBy: readonly string[]; claims: Schema }
  >
  readonly bodies: Record<string, { section: string; schema: Schema }>
  readonly answers: Record<string, { section: string; schema: Schema }>
}
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const protocol = read('PROTOCOL.md').replaceAll(/^```[^`]*^```$/gmu, '')
const { jws, bodies, answers } = JSON.parse(read('conformance/messages.json')) as Messages

/** Text under the heading of a section, or of the chapter that holds it where it has none of its own. */
function textOf(section: string): string {
  const chapters = protocol.split(/^#{2,3} /mu)
  const own = chapters.find((chapter) => chapter.startsWith(`${section} `))
  const text = own ?? chapters.find((chapter) => chapter.startsWith(`${section.split('.')[0]} `))
  if (text === undefined) throw new Error(`PROTOCOL.md has no section ${section}`)
  return text
}

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([^`\n]+)`/gu)].flatMap(([, span = '']) => span.match(/\w+/gu) ?? []))

const membersOf = ({ properties = {}, anyOf = [], oneOf = [] }: Schema): string[] => [
  ...Object.keys(properties),
  ...[...anyOf, ...oneOf].flatMap(membersOf),
]

const rows = protocol.split('\n').map((line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()),
)

test('the table of signed texts names each kind, who signs it and how its header names the key', () => {
  const documented = rows.flatMap(([typ = '', by = '', keyBy = '', section = '']) =>
    /^`accord-[\w-]+\+jw[st]`$/u.test(typ) ? [{ typ, by, keyBy, section }] : [],
  )
  expect(documented).toEqual(
    Object.values(jws).map(({ typ, signedBy, keyBy, section }) => ({
      typ: `\`${typ}\``,
      by: signedBy.replace(' key or identity key', ' key, or its identity key'),
      keyBy: keyBy.map((name) => `\`${name}\``).join(', or '),
      section,
    })),
  )
})

const described = [
  ...Object.entries(jws).map(([name, { section, claims }]) => [`claims of ${name}`, section, claims] as const),
  ...Object.entries(bodies).map(([name, { section, schema }]) => [`body of ${name}`, section, schema] as const),
  ...Object.entries(answers).map(([name, { section, schema }]) => [`answer to ${name}`, section, schema] as const),
]
test.each(described)('every member in the %s stands in §%s', (_name, section, schema) => {
  const words = wordsIn(textOf(section))
  expect(membersOf(schema).filter((member) => !words.has(member))).toEqual([])
})

test('the grant is described to its inner members', () => {
  const words = wordsIn(textOf('5.2'))
  const { connection, status, sourceRange } = jws['grant']?.claims.properties ?? {}
  const inner = [...membersOf(connection ?? {}), ...membersOf(sourceRange ?? {})]
  expect(inner.filter((member) => !words.has(member))).toEqual([])
  expect((status as { enum?: string[] }).enum?.filter((value) => !words.has(value))).toEqual([])
})

test('the tables of refusals hold every code that a node may answer another, under its status', () => {
  const documented = new Map(
    rows.flatMap(([status = '', codes = '']) =>
      [...codes.matchAll(/`(\w+)`/gu)].flatMap(([, code = '']) => (isErrorCode(code) ? [[code, status] as const] : [])),
    ),
  )
  const codes = new Set(
    Object.values(OPERATIONS).flatMap(({ audience, refusals = [] }) => (audience === 'node' ? refusals : [])),
  )
  const missing = [...codes].filter((code) => code !== 'protocol_violation' && !documented.has(code))
  expect(missing).toEqual([])
  for (const [code, status] of documented)
    expect(status).toContain(String(ERROR_CODES[code as keyof typeof ERROR_CODES].status))
})

test('the facts of a wrong clock and of versions are named', () => {
  const words = wordsIn(protocol)
  for (const fact of ['serverTime', 'differenceMs', 'nonce', 'versions', 'sourceRange', 'destinationRange'])
    expect(words).toContain(fact)
})

test('the decision on signatures tells the time that the code takes in one turn of the event loop', () => {
  expect(read('docs/decisions/0014-jose-signs-and-verifies.md')).toContain(`at most ${MOST_MS} ms of it`)
})
