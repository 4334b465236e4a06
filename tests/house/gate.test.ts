import { describe, expect, test } from '@jest/globals'

import { flawsOfArrows, flawsOfCircles, flawsOfOrder, flawsOfSecluded, flawsOfStrangers } from './arrows.ts'
import { FILE_LINES, flawsOfBudgets, FUNCTION_LINES } from './budgets.ts'
import { flawsOfHomes } from './homes.ts'
import { flawsOfOperations } from './operations.ts'
import { NEVER, readTable } from './rooms.ts'
import type { Tree } from './source.ts'

const src = 'node-bridge/src'
const treeOf = (files: Readonly<Record<string, string>>): Tree =>
  new Map(Object.entries(files).map(([file, text]) => [`${src}/${file}`, text]))

const ROOMS = readTable(`
# ground
store
connections       → store
handshake/source  → connections
                    store
`)
const HOUSE = {
  'store/rows.ts': 'export const row = 1',
  'connections/change.ts': "import { row } from '../store/rows.ts'\nexport const change = row",
  'handshake/source/redeem.ts':
    "import { change } from '../../connections/change.ts'\nimport type { row } from '../../store/rows.ts'",
}

describe('arrows', () => {
  test('a house as the table says has no flaw, and rows may go on in a further line', () => {
    expect(flawsOfArrows(treeOf(HOUSE), ROOMS)).toEqual([])
    expect(flawsOfOrder(ROOMS)).toEqual([])
    expect(flawsOfCircles(treeOf(HOUSE), ROOMS)).toEqual([])
  })

  test.each([
    ['an import', "import { redeem } from '../handshake/source/redeem.ts'"],
    ['an import of a type', "import type { Redeem } from '../handshake/source/redeem.ts'"],
    ['an import type in a signature', "export const f = (a: import('../handshake/source/redeem.ts').Redeem) => a"],
    ['an import for its effect', "import '../handshake/source/redeem.ts'"],
    ['an import while it runs', "export const f = () => import('../handshake/source/redeem.ts')"],
    ['what is passed on', "export { redeem } from '../handshake/source/redeem.ts'"],
    ['what is passed on as a whole', "export * from '../handshake/source/redeem.ts'"],
  ])('%s that the table does not allow is named with its file', (_, text) => {
    const tree = treeOf({ ...HOUSE, 'connections/list.ts': text })
    expect(flawsOfArrows(tree, ROOMS)).toEqual([
      `connections may not import handshake/source, as ${src}/connections/list.ts does`,
    ])
    expect(flawsOfCircles(tree, ROOMS)).toEqual(['rooms in a circle: connections → handshake/source → connections'])
  })

  test('a folder or a loose file that is no room is named', () => {
    const tree = treeOf({ ...HOUSE, 'utils/dates.ts': '', 'loose.ts': '', 'handshake/third/a.ts': '' })
    expect(flawsOfArrows(tree, ROOMS)).toEqual([
      'utils is no room of the table',
      'loose is no room of the table',
      'handshake is no room of the table',
    ])
  })

  test('an arrow or a room that is used no more leaves the table', () => {
    const { 'handshake/source/redeem.ts': _, ...rest } = HOUSE
    expect(flawsOfArrows(treeOf({ ...rest, 'handshake/source/redeem.ts': '' }), ROOMS)).toEqual([
      'handshake/source does not import connections any more: take it out of the table',
      'handshake/source does not import store any more: take it out of the table',
    ])
    expect(flawsOfArrows(treeOf(rest), ROOMS)[0]).toBe('handshake/source is a room no more: take it out of the table')
  })

  test('a table in which a room imports one below it, or itself by a way round, is refused', () => {
    expect(flawsOfOrder(readTable('a → b\nb'))).toEqual(['a stands above b and may not import it'])
    expect(flawsOfOrder(readTable('a → nowhere'))).toEqual(['a stands above nowhere and may not import it'])
  })

  test('a circle of three is found in the code', () => {
    const tree = treeOf({
      'a/a.ts': "import '../b/b.ts'",
      'b/b.ts': "import '../c/c.ts'",
      'c/c.ts': "import '../a/a.ts'",
    })
    expect(flawsOfCircles(tree, readTable('a → b\nb → c\nc → a'))).toEqual(['rooms in a circle: a → b → c → a'])
  })

  test('rooms that must not know each other are strangers whatever the table says', () => {
    const table = 'sync\nconnections → sync\nhandshake/source\ncontact → handshake/source\nsandbox → contact'
    expect(flawsOfStrangers(readTable(table), NEVER)).toEqual([
      'connections must never import sync',
      'contact must never import handshake/source',
      'sandbox must never import contact',
    ])
  })

  test('what knows nobody does not know the shared workspace either', () => {
    const tree = treeOf({ 'sandbox/a.ts': "import type { Side } from '@accord/shared/protocol'", 'store/a.ts': '' })
    expect(flawsOfSecluded(tree, readTable('sandbox'), NEVER)).toEqual([
      `${src}/sandbox/a.ts must import nothing of ours`,
    ])
  })
})

describe('homes', () => {
  test.each([
    ['SQL belongs into store/', "import { sql } from 'kysely'"],
    ['SQL belongs into store/', "import type { Kysely } from 'kysely'"],
    ['SQL belongs into store/', "import pg from 'pg'"],
    ['SQL belongs into store/', "import Database from 'better-sqlite3'"],
    ['SQL belongs into store/', "export const f = (db: Db) => db.selectFrom('connection').selectAll()"],
    ['SQL belongs into store/', "export const f = (db: Db) => db.updateTable('connection')"],
    ['the environment belongs into config/', "export const level = process.env['LOG_LEVEL']"],
    ['the environment belongs into config/', "export const level = process['env'].LOG_LEVEL"],
    ['the environment belongs into config/', 'export const level = globalThis.process.env.LOG_LEVEL'],
    ['the environment belongs into config/', 'const { env } = process'],
    ['the environment belongs into config/', "import { env as settings } from 'node:process'"],
    ['Express belongs into http/', "import type { Request } from 'express'"],
    ['Express belongs into http/', "export const f = () => import('express')"],
    ['jose belongs into jws/', "import { compactVerify } from 'jose'"],
  ])('%s: %s', (flaw, text) => {
    const file = 'connections/odd.ts'
    expect(flawsOfHomes(treeOf({ [file]: text }), {})).toEqual([`${src}/${file}: ${flaw}`])
    expect(flawsOfHomes(treeOf({ [file]: text }), { [`${src}/${file}`]: 'why' })).toEqual([])
  })

  test('each is at home in its room, and in comments and texts everywhere', () => {
    const tree = treeOf({
      'store/engine/rows.ts': "import { sql } from 'kysely'",
      'config/config.ts': 'export const all = process.env',
      'http/app.ts': "import express from 'express'",
      'jws/compact-jws.ts': "import { CompactSign } from 'jose'",
      'connections/a.ts': '// process.env\nexport const text = "import pg from \'pg\'"\nexport const id = process.pid',
    })
    expect(flawsOfHomes(tree, {})).toEqual([])
  })

  test('an excuse that nothing needs is named', () => {
    expect(flawsOfHomes(treeOf({ 'a.ts': '' }), { [`${src}/a.ts`]: 'why' })).toEqual([
      `${src}/a.ts needs no excuse any more`,
    ])
  })
})

describe('budgets', () => {
  const linesOf = (count: number) => Array.from({ length: count }, (_, at) => `export const a${at} = ${at}\n`).join('')
  const bodyOf = (count: number) => '  void 0\n'.repeat(count - 2)

  test('a file of 200 lines is fine, one more wants a reason', () => {
    expect(flawsOfBudgets(treeOf({ 'a.ts': linesOf(FILE_LINES) }), {})).toEqual([])
    const tree = treeOf({ 'a.ts': linesOf(FILE_LINES + 1) })
    expect(flawsOfBudgets(tree, {})).toEqual([`${src}/a.ts has 201 lines`])
    expect(flawsOfBudgets(tree, { [`${src}/a.ts`]: 'a list' })).toEqual([])
  })

  test.each([
    ['function f() {\n', '}\n', 'f'],
    ['export const f = async () => {\n', '}\n', 'f'],
    ['class A { run() {\n', '} }\n', 'run'],
    ['export const actions = { run: () => {\n', '} }\n', 'run'],
    ['export default () => {\n', '}\n', 'anonymous'],
  ])('a function over 50 lines wants a reason: %s', (before, after, name) => {
    const fine = treeOf({ 'a.ts': before + bodyOf(FUNCTION_LINES) + after })
    expect(flawsOfBudgets(fine, {})).toEqual([])
    const tree = treeOf({ 'a.ts': before + bodyOf(FUNCTION_LINES + 1) + after })
    expect(flawsOfBudgets(tree, {})).toEqual([`${name} in ${src}/a.ts has 51 lines`])
    expect(flawsOfBudgets(tree, { [`${src}/a.ts ${name}`]: 'one form' })).toEqual([])
  })

  test('a reason that nothing needs is named', () => {
    expect(flawsOfBudgets(treeOf({}), { 'gone.ts': 'a list' })).toEqual(['gone.ts needs no reason any more'])
  })
})

describe('operations', () => {
  const MADE = {
    'shared/src/contracts/keys.ts': "export const KEYS = { readKeys: { method: 'GET' } }",
    'node-bridge/src/http/operations/keys.ts':
      "import { readKeys } from '../../keys/read-keys.ts'\nexport const keys = { readKeys: () => readKeys() }",
    'node-bridge/src/keys/read-keys.ts': 'export function readKeys() {}',
    'console/src/api/use-keys.ts': "call('readKeys')",
  }
  const flawsWith = (more: Readonly<Record<string, string>>) =>
    flawsOfOperations(new Map(Object.entries({ ...MADE, ...more })), ['readKeys'])

  test('contract, handler, service and a page are enough, and whoever else offers it adds nothing', () => {
    expect(flawsWith({ 'node-bridge/src/cli/keys.ts': "call('readKeys')" })).toEqual([])
    expect(flawsWith({ 'node-bridge/src/store/keys.ts': 'export function readKeys() {}' })).toEqual([])
  })

  test.each([
    ['a second table', 'shared/src/protocol/paths.ts', "export const PATHS = { readKeys: '/keys' }"],
    ['types copied by hand', 'console/src/host/calls.ts', 'export interface Calls { readonly readKeys: string }'],
    ['a route that passes on', 'now-app/src/server/routes/read-keys.ts', "serve('readKeys')"],
    ['a second name for it', 'node-bridge/src/services.ts', 'export const s = (keys: Keys) => keys.readKeys()'],
  ])('%s is a fifth file', (_what, file, text) => {
    expect(flawsWith({ [file]: text })).toEqual([expect.stringContaining(file)])
  })

  test('a service by another name counts, too', () => {
    const service = { 'node-bridge/src/keys/read-keys.ts': 'export function listThem() {}' }
    expect(flawsWith(service)).toEqual([])
    const table = { 'shared/src/protocol/paths.ts': "export const PATHS = { readKeys: '/keys' }" }
    expect(flawsWith({ ...service, ...table })).toEqual([expect.stringContaining('paths.ts')])
  })
})
