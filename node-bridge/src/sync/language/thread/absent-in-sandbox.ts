import ts from 'typescript'

interface Absent {
  readonly code: 'no_clock' | 'no_chance' | 'name_unknown'
  readonly node: ts.Node
}

/** What the compiler's library has and the sandbox has not: a run must have the same result whenever it is repeated. */
export function absentInSandbox(source: ts.SourceFile): readonly Absent[] {
  const found: Absent[] = []
  const visit = (node: ts.Node): void => {
    const code = absenceOf(node)
    if (code) found.push({ code, node })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function absenceOf(node: ts.Node): Absent['code'] | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0)
    return 'no_clock'
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'no_clock'
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'Date') && node.name.text === 'now')
    return 'no_clock'
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'Math') && node.name.text === 'random')
    return 'no_chance'
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'Intl')) return 'name_unknown'
  return undefined
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name
