import type { Node } from 'acorn'

/** A node of acorn's tree, its fields unproven. */
export type Syntax = Node & Readonly<Record<string, unknown>>

/** Does this node show the construct? `generators`: names that the script declares as generator functions. */
export type Check = (node: Syntax, generators: ReadonlySet<string>) => boolean

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
export const nameOf = (value: unknown): string | undefined =>
  isSyntax(value) && value.type === 'Identifier' ? String(value.name) : undefined
export const isCallable = (node: Syntax): boolean => node.type === 'CallExpression' || node.type === 'NewExpression'

/** Where a name stands for the value it is bound to, by the type of the node around it. */
const READ_AT: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['object'],
  CallExpression: ['callee', 'arguments'],
  NewExpression: ['callee', 'arguments'],
  UnaryExpression: ['argument'],
  BinaryExpression: ['left', 'right'],
  LogicalExpression: ['left', 'right'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  AssignmentExpression: ['left', 'right'],
  VariableDeclarator: ['init'],
  ReturnStatement: ['argument'],
}

/** Is one of these names read at this node? Properties and keys of the same name are not. */
export function reads(node: Syntax, names: ReadonlySet<string>): boolean {
  const places = READ_AT[node.type] ?? []
  return places.flatMap((place) => node[place]).some((value) => names.has(nameOf(value) ?? ''))
}

/** Depth first over everything that looks like a node; acorn-walk would be one more dependency for ten lines. */
export function visit(node: Syntax, see: (node: Syntax) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) visit(child, see)
  }
}
