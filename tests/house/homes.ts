import ts from 'typescript'

import { importsOf, nodesOf, parse, type Tree } from './source.ts'

const ROOT = 'node-bridge/src/'

interface Home {
  readonly what: string
  /** Below node-bridge/src. */
  readonly room: string
  readonly isFoundIn: (source: ts.SourceFile) => boolean
}

const imports =
  (...names: readonly string[]) =>
  (source: ts.SourceFile): boolean =>
    importsOf(source).some((specifier) => names.some((name) => specifier === name || specifier.startsWith(`${name}/`)))

/** Steps that build or run a statement, on whatever was handed in. */
const STATEMENTS = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
  'executeQuery',
])

const buildsStatements = (source: ts.SourceFile): boolean =>
  [...nodesOf(source)].some((node) => ts.isPropertyAccessExpression(node) && STATEMENTS.has(node.name.text))

/** `process.env`, `process['env']`, or `env` of node:process under whatever name. */
const readsEnvironment = (source: ts.SourceFile): boolean =>
  [...nodesOf(source)].some((node) => {
    if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isProcess(node.expression)
    if (ts.isElementAccessExpression(node)) return isProcess(node.expression)
    if (ts.isImportSpecifier(node))
      return (node.propertyName ?? node.name).text === 'env' && importsOf(source).some((name) => PROCESS.has(name))
    return ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && isProcess(node.initializer)
  })

const PROCESS = new Set(['process', 'node:process'])
const isProcess = (node: ts.Node | undefined): boolean =>
  node !== undefined && /^(?:globalThis\.)?process$/u.test(node.getText())

const HOMES: readonly Home[] = [
  {
    what: 'SQL',
    room: 'store/',
    isFoundIn: (source) => imports('kysely', 'better-sqlite3', 'pg')(source) || buildsStatements(source),
  },
  { what: 'the environment', room: 'config/', isFoundIn: readsEnvironment },
  { what: 'Express', room: 'http/', isFoundIn: imports('express') },
  { what: 'jose', room: 'jws/', isFoundIn: imports('jose') },
]

/** `excused`: file → why. One that needs no excuse any more is a flaw, too. */
export function flawsOfHomes(tree: Tree, excused: Readonly<Record<string, string>>): string[] {
  const flaws: string[] = []
  const needed = new Set<string>()
  for (const [file, text] of tree) {
    if (!file.startsWith(ROOT)) continue
    const source = parse(file, text)
    for (const { what, room, isFoundIn } of HOMES) {
      if (file.startsWith(ROOT + room) || !isFoundIn(source)) continue
      needed.add(file)
      if (!excused[file]) flaws.push(`${file}: ${what} belongs into ${room}`)
    }
  }
  for (const file of Object.keys(excused)) if (!needed.has(file)) flaws.push(`${file} needs no excuse any more`)
  return flaws
}
