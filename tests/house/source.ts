import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

/** The text of each source file, by its path from the root of the repository. */
export type Tree = ReadonlyMap<string, string>

/** Everything that is shipped: tests, generated pages and installed packages are checked by others. */
const WORKSPACES = ['shared/src', 'node-bridge/src', 'now-app/src', 'console', 'instance-simulator/src']
const SKIPPED = new Set(['node_modules', 'dist', 'test'])

export function readTree(root: string): Tree {
  const tree = new Map<string, string>()
  for (const workspace of WORKSPACES) collect(root, workspace, tree)
  return tree
}

function collect(root: string, folder: string, tree: Map<string, string>): void {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) collect(root, file, tree)
    else if (/\.tsx?$/u.test(entry.name)) tree.set(file, readFileSync(path.join(root, file), 'utf8'))
  }
}

export const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  node.forEachChild((child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

/** What a file imports, in whatever way: statically, as types only, by passing it on, or while it runs. */
export function importsOf(source: ts.SourceFile): string[] {
  const specifiers: string[] = []
  for (const node of nodesOf(source)) {
    const specifier = specifierOf(node)
    if (specifier && ts.isStringLiteralLike(specifier)) specifiers.push(specifier.text)
  }
  return specifiers
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  return undefined
}
