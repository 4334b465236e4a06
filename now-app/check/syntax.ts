import { parse, type Node } from 'acorn'

export type Syntax = Node & Readonly<Record<string, unknown>>

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Modules of the package's own are ES modules, bundled packages and the scripts of records are classic scripts. */
export const kindOf = (source: string): 'module' | 'script' =>
  /^\s*(import|export)\s/m.test(source) ? 'module' : 'script'

/** Shows every node of a script, depth first. Throws acorn's SyntaxError when it is none. */
export function visitNodes(source: string, see: (node: Syntax) => void): void {
  const visit = (node: Syntax) => {
    see(node)
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) visit(child)
  }
  const options = { ecmaVersion: 2022, sourceType: kindOf(source), allowReturnOutsideFunction: true } as const
  visit(parse(source, options) as unknown as Syntax)
}
