import { typescriptLanguage } from '@codemirror/lang-javascript'

type Tree = ReturnType<typeof typescriptLanguage.parser.parse>
type Node = Tree['topNode']

/** A part of a script. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Line extends Span {
  readonly word: string
  readonly value: Span
}

/** A table of `map`: its lines, and what is looked up in it. */
export interface MapCall {
  readonly table: Span
  readonly argument: Span
  readonly lines: readonly Line[]
}

export interface Script {
  readonly source: string
  readonly tree: Tree
}

export const scriptOf = (source: string): Script => ({ source, tree: typescriptLanguage.parser.parse(source) })

export const textOf = ({ source }: Script, { from, to }: Span): string => source.slice(from, to)

function nodesOf({ tree }: Script, name: string): Node[] {
  const found: Node[] = []
  tree.iterate({ enter: ({ name: each, node }) => void (each === name && found.push(node)) })
  return found
}

/** What stands between the brackets of a call, without the commas. */
function argumentsOf(call: Node): Node[] {
  const found: Node[] = []
  for (let each = call.getChild('ArgList')?.firstChild ?? null; each; each = each.nextSibling)
    if (!['(', ')', ','].includes(each.name)) found.push(each)
  return found
}

/** Calls of what is named so, or of a member of that name. */
export const callsOf = (script: Script, name: string) =>
  nodesOf(script, 'CallExpression').flatMap((call) => {
    const callee = call.firstChild
    const isMeant = callee !== null && new RegExp(`(?:^|\\.)${name}$`, 'u').test(textOf(script, callee))
    return isMeant ? [{ call, given: argumentsOf(call) }] : []
  })

function wordOf(name: string): string {
  const text = /^['"]/u.test(name) ? name.slice(1, -1) : name
  return text.replaceAll(/\\(['"\\])/gu, '$1')
}

function linesOf(script: Script, table: Node): Line[] {
  return table.getChildren('Property').flatMap((property) => {
    const [name, value] = [property.firstChild, property.lastChild]
    return name && value ? [{ from: property.from, to: property.to, value, word: wordOf(textOf(script, name)) }] : []
  })
}

export const mapCallsOf = (script: Script): MapCall[] =>
  callsOf(script, 'map').flatMap(({ given: [argument, table] }) =>
    argument && table?.name === 'ObjectExpression' ? [{ table, argument, lines: linesOf(script, table) }] : [],
  )

/** What is assigned to a field of the record. */
export const assignedTo = (script: Script, field: string): Span[] =>
  nodesOf(script, 'AssignmentExpression').flatMap((each) => {
    const [target, value] = [each.firstChild, each.lastChild]
    return target && value && textOf(script, target) === `entity.${field}` ? [value] : []
  })
