import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@jest/globals'
import ts from 'typescript'

/** Which folder of console/src imports which, from the ground up: no folder imports one that stands below it here. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  host: [],
  parts: [],
  'i18n/en': ['host'],
  'i18n/de': ['i18n/en'],
  'i18n/node': ['i18n/en'],
  i18n: ['i18n/de', 'i18n/en', 'i18n/node'],
  api: ['host'],
  problems: ['host', 'i18n/en', 'parts'],
  needs: ['parts', 'problems'],
  forms: ['api', 'parts', 'problems'],
  'connection-state': ['api', 'host', 'i18n/en', 'parts', 'problems'],
  invitation: ['api', 'connection-state', 'parts'],
  diagnosis: ['api', 'host', 'parts', 'problems'],
  backfill: ['api', 'parts', 'problems'],
  items: ['api', 'host', 'i18n/en', 'parts', 'problems', 'backfill'],
  connection: ['api', 'connection-state', 'diagnosis', 'i18n/en', 'invitation', 'parts', 'problems', 'items'],
  'configuration/editor/code': ['api'],
  'configuration/editor': ['api', 'host', 'i18n/en', 'configuration/editor/code'],
  'configuration/test-run': ['api', 'parts', 'problems', 'configuration/editor'],
  'configuration/shadow-run': ['api', 'parts', 'problems', 'configuration/test-run'],
  'configuration/versions': ['api', 'host', 'parts', 'problems', 'configuration/editor'],
  'configuration/draft': ['api', 'host', 'parts', 'problems', 'configuration/versions'],
  'configuration/dictionary': ['api', 'parts', 'configuration/editor'],
  'configuration/basic': ['api', 'parts', 'problems'],
  'configuration/condition': [],
  'configuration/canary': [
    'api',
    'parts',
    'problems',
    'configuration/test-run',
    'configuration/shadow-run',
    'configuration/draft',
  ],
  'configuration/unmapped-words': ['host', 'parts', 'configuration/editor'],
  configuration: [
    'api',
    'backfill',
    'connection-state',
    'host',
    'parts',
    'problems',
    'configuration/editor',
    'configuration/test-run',
    'configuration/shadow-run',
    'configuration/versions',
    'configuration/draft',
    'configuration/dictionary',
    'configuration/basic',
    'configuration/condition',
    'configuration/canary',
    'configuration/unmapped-words',
  ],
  connections: ['api', 'connection', 'connection-state', 'invitation', 'parts', 'problems'],
  overview: ['api', 'connection-state', 'connections', 'needs', 'parts', 'problems'],
  access: ['api', 'forms', 'parts', 'problems'],
  setup: ['api', 'forms', 'host', 'i18n/en', 'parts', 'problems', 'access'],
  initiate: ['api', 'forms', 'host', 'invitation', 'parts', 'problems', 'setup'],
  accept: ['api', 'connection-state', 'forms', 'host', 'initiate', 'invitation', 'parts', 'problems'],
  help: ['api', 'host', 'parts', 'problems'],
  jobs: ['api', 'i18n/en', 'parts', 'problems'],
  queue: ['api', 'host', 'items', 'parts', 'problems'],
  item: ['api', 'i18n/en', 'parts', 'problems', 'configuration/test-run', 'items'],
  prerequisites: ['api', 'host', 'parts', 'problems', 'setup'],
  settings: ['api', 'forms', 'host', 'initiate', 'parts', 'problems', 'setup'],
  app: [
    'accept',
    'api',
    'configuration',
    'connection',
    'connections',
    'help',
    'host',
    'i18n/en',
    'initiate',
    'item',
    'jobs',
    'overview',
    'queue',
    'parts',
    'prerequisites',
    'problems',
    'settings',
    'setup',
    'access',
  ],
  'instance-host/prototype-js': [],
  'record-page': [],
  'instance-host': ['app', 'host', 'i18n', 'instance-host/prototype-js', 'record-page'],
  'node-host/adapter': ['host'],
  'node-host/sign-in': ['api', 'forms', 'host', 'node-host/adapter', 'parts', 'problems'],
  'node-host/account': ['api', 'initiate', 'node-host/adapter', 'node-host/sign-in', 'parts', 'problems'],
  'node-host/setup': ['api', 'forms', 'node-host/adapter', 'parts', 'problems', 'setup'],
  'node-host/users': ['api', 'forms', 'node-host/adapter', 'parts', 'problems'],
  'node-host/notices': ['api', 'needs', 'node-host/adapter', 'parts', 'problems'],
  'node-host': [
    'app',
    'i18n',
    'i18n/node',
    'node-host/account',
    'node-host/adapter',
    'node-host/notices',
    'node-host/setup',
    'node-host/sign-in',
    'node-host/users',
  ],
}

const FILE_LINES_MAX = 200
const FUNCTION_LINES_MAX = 50

const SOURCES = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((name) => {
    const text = readFileSync(path.join(SOURCES, name), 'utf8')
    return { name, text, tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) }
  })

/** The folders that a file's imports lead to, its own left out; types count, since a reader follows them, too. */
function foldersFrom({ name, text }: (typeof files)[number]): string[] {
  const own = path.dirname(name)
  return ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.normalize(path.join(own, path.dirname(fileName))))
    .filter((folder) => folder !== own && !folder.startsWith('..'))
}

test('the folders of the pages import each other as the table says, which is from the ground up', () => {
  const found: Record<string, Set<string>> = {}
  for (const file of files) {
    const folder = path.dirname(file.name)
    if (folder === '.') continue
    found[folder] ??= new Set()
    for (const imported of foldersFrom(file)) found[folder].add(imported)
  }
  const sorted = (folders: Iterable<string>) => [...folders].toSorted()
  expect(Object.fromEntries(Object.entries(found).map(([folder, to]) => [folder, sorted(to)]))).toEqual(
    Object.fromEntries(Object.entries(ARROWS).map(([folder, to]) => [folder, sorted(to)])),
  )
  const order = Object.keys(ARROWS)
  const upward = order.flatMap((folder, at) => (ARROWS[folder] ?? []).filter((to) => order.indexOf(to) >= at))
  expect(upward).toEqual([])
})

test('only the two hosts know where the pages run: every page reaches its host through the one interface', () => {
  const knowing = Object.keys(ARROWS).filter((folder) =>
    ARROWS[folder]?.some((to) => /^(?:node|instance)-host/u.test(to)),
  )
  expect(knowing.filter((folder) => !/^(?:node|instance)-host/u.test(folder))).toEqual([])
})

test(`no file is longer than ${FILE_LINES_MAX} lines, no function than ${FUNCTION_LINES_MAX}`, () => {
  const long: string[] = []
  for (const { name, text, tree } of files) {
    if (text.split('\n').length > FILE_LINES_MAX) long.push(name)
    const visit = (node: ts.Node): void => {
      const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line
      const lines = lineAt(node.end) - lineAt(node.getStart()) + 1
      if (ts.isFunctionLike(node) && lines > FUNCTION_LINES_MAX) long.push(`${name}: ${lines} lines`)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  expect(files.length).toBeGreaterThan(200)
  expect(long).toEqual([])
})
