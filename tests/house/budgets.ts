import ts from 'typescript'

import { nodesOf, parse, type Tree } from './source.ts'

export const FILE_LINES = 200
export const FUNCTION_LINES = 50

/** Why a file or a function is longer than that: `path` for a file, `path name` for a function. */
export type Reasons = Readonly<Record<string, string>>

/** Everything over its budget without a reason, and every reason that nothing needs any more. */
export function flawsOfBudgets(tree: Tree, reasons: Reasons): string[] {
  const over = new Map<string, string>()
  for (const [file, text] of tree) {
    const lines = text.trimEnd().split('\n').length
    if (lines > FILE_LINES) over.set(file, `${file} has ${lines} lines`)
    for (const { name, length } of longFunctions(parse(file, text)))
      over.set(`${file} ${name}`, `${name} in ${file} has ${length} lines`)
  }
  const unexcused = [...over].filter(([key]) => !reasons[key]).map(([, flaw]) => flaw)
  const stale = Object.keys(reasons).filter((key) => !over.has(key))
  return [...unexcused, ...stale.map((key) => `${key} needs no reason any more`)]
}

function longFunctions(source: ts.SourceFile): { readonly name: string; readonly length: number }[] {
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line
  return [...nodesOf(source)].flatMap((node) => {
    if (!ts.isFunctionLike(node)) return []
    const length = lineOf(node.end) - lineOf(node.getStart(source)) + 1
    return length > FUNCTION_LINES ? [{ name: nameOf(node), length }] : []
  })
}

/** Its own name, or that of what it is given to. */
function nameOf(node: ts.SignatureDeclaration): string {
  for (let at: ts.Node = node; at && !ts.isSourceFile(at); at = at.parent)
    if ('name' in at && at.name && ts.isIdentifier(at.name as ts.Node)) return (at.name as ts.Identifier).text
  return 'anonymous'
}
