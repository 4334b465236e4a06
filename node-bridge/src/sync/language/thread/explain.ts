import ts from 'typescript'

import type { Direction } from '../../rules/index.ts'
import type { Finding } from '../messages.ts'
import {
  fieldOf,
  isChoice,
  isHelpers,
  isReference,
  isReplica,
  isTableWithoutFields,
  isText,
  literalsOf,
  tableOf,
  wordsOf,
} from './script-types.ts'

type Explanation = Pick<Finding, 'code' | 'facts'>

interface Explaining {
  readonly checker: ts.TypeChecker
  readonly source: ts.SourceFile
  readonly direction: Direction
}

type Explainer = (explaining: Explaining, node: ts.Node, diagnostic: ts.Diagnostic) => Explanation | undefined

const JOURNALS = ['comments', 'work_notes', 'comments_and_work_notes', 'approval_history']

const notThere: Explainer = ({ checker }, node, { relatedInformation }) => {
  if (!ts.isIdentifier(node)) return undefined
  const owner = ownerOf(checker, node)
  if (!owner) return undefined
  const table = tableOf(owner)
  if (!table) return notThereBesideTables(owner, node.text)
  const near = relatedInformation?.[0]
  const meant = near?.file?.text.slice(near.start, (near.start ?? 0) + (near.length ?? 0)) ?? ''
  if (JOURNALS.includes(node.text)) return { code: 'journal_is_no_field', facts: { field: node.text } }
  if (isTableWithoutFields(owner)) return { code: 'table_closed', facts: { table } }
  const fields = owner.getProperties().map(({ name }) => name)
  return { code: 'field_unknown', facts: { field: node.text, table, meant, fields: fields.join(', ') } }
}

function notThereBesideTables(owner: ts.Type, name: string): Explanation | undefined {
  const names = owner.getProperties().map((each) => each.name)
  if (isReplica(owner)) return { code: 'replica_name_unknown', facts: { name, names: names.join(', ') } }
  return isHelpers(owner) ? { code: 'helper_unknown', facts: { name, names: names.join(', ') } } : undefined
}

const readOnly: Explainer = ({ checker, direction }, node) => {
  if (!ts.isIdentifier(node)) return undefined
  const owner = ownerOf(checker, node)
  const table = owner && tableOf(owner)
  if (table && direction === 'outgoing') return { code: 'entity_read_only', facts: { field: node.text } }
  if (table) return { code: 'field_read_only', facts: { field: node.text, table } }
  return direction === 'incoming' && owner?.aliasSymbol?.name === 'Readonly'
    ? { code: 'replica_read_only', facts: { field: node.text } }
    : undefined
}

const notAssignable: Explainer = (explaining, node) => {
  const { checker, source } = explaining
  const assignment = ts.findAncestor(node, (each): each is ts.BinaryExpression => ts.isBinaryExpression(each))
  if (!assignment || assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return argument(explaining, node)
  const { left, right } = assignment
  if (!ts.isPropertyAccessExpression(left) || node.pos > left.end) return argument(explaining, node)
  const given = checker.getTypeAtLocation(right)
  const taken = fieldOf(checker, left)
  if (taken && isChoice(taken)) return wrongChoice(checker, left.name.text, taken, given)
  const target = checker.getTypeAtLocation(left)
  const there = checker.getNonNullableType(given)
  const facts = { value: right.getText(source) }
  if (there !== given && checker.isTypeAssignableTo(there, target)) return { code: 'may_be_empty', facts }
  if (!isText(checker.getNonNullableType(target))) return undefined
  if (isChoice(there)) return { code: 'choice_is_no_text', facts }
  return isReference(there) ? { code: 'reference_is_no_text', facts } : undefined
}

function wrongChoice(checker: ts.TypeChecker, field: string, choice: ts.Type, given: ts.Type): Explanation | undefined {
  const words = wordsOf(checker, choice)
  const literals = literalsOf(given)
  const unknown = literals?.filter((word) => !words.values.includes(word) && !words.labels.includes(word))
  const labels = words.labels.join(', ')
  if (!unknown) return { code: 'choice_from_any_text', facts: { field, words: labels } }
  if (unknown.length === 0) return undefined
  return { code: 'choice_unknown', facts: { field, word: unknown.join(', '), words: labels } }
}

/** A word that a helper takes: the name of a journal or of a table. */
function argument({ checker }: Explaining, node: ts.Node): Explanation | undefined {
  const call = ts.findAncestor(node, (each): each is ts.CallExpression => ts.isCallExpression(each))
  const word = call?.arguments[0]
  if (!call || !word || node.pos < word.pos || node.end > word.end) return undefined
  const literals = literalsOf(checker.getTypeAtLocation(word))
  if (literals?.length !== 1 || !literals[0]) return undefined
  const called = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText()
  if (called === 'changed') return { code: 'replica_name_unknown', facts: { name: literals[0], names: '' } }
  if (called === 'add') return { code: 'journal_unknown', facts: { word: literals[0] } }
  if (['outgoing', 'incoming', 'find', 'getTableByName'].includes(called))
    return { code: 'table_closed', facts: { table: literals[0] } }
  return undefined
}

const empty: Explainer = ({ source }, node) => ({ code: 'may_be_empty', facts: { value: node.getText(source) } })
const unknownName: Explainer = ({ source }, node) => ({ code: 'name_unknown', facts: { name: node.getText(source) } })
const unknownModule: Explainer = ({ source }, node) => ({
  code: 'import_unknown',
  facts: { name: node.getText(source) },
})

/** By the compiler's own numbers. What is not here is shown in its words. */
const EXPLAINERS: Readonly<Record<number, Explainer>> = {
  2339: notThere,
  2551: notThere,
  2540: readOnly,
  2322: notAssignable,
  2820: notAssignable,
  2345: argument,
  2531: empty,
  2532: empty,
  2533: empty,
  18047: empty,
  18048: empty,
  18049: empty,
  2304: unknownName,
  2552: unknownName,
  2580: unknownName,
  2583: unknownName,
  2584: unknownName,
  2792: unknownModule,
  2307: unknownModule,
}

/** A diagnostic in terms of records, fields and choices; undefined where it is about the language itself. */
export function explain(explaining: Explaining, diagnostic: ts.Diagnostic): Explanation | undefined {
  const { code, start, length } = diagnostic
  if (start === undefined || length === undefined) return undefined
  return EXPLAINERS[code]?.(explaining, nodeAt(explaining.source, start, start + length), diagnostic)
}

/** The innermost node that holds this span. */
function nodeAt(source: ts.SourceFile, from: number, to: number): ts.Node {
  let found: ts.Node = source
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) > from || node.getEnd() < to) return
    found = node
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The type whose member this name is meant to be. */
function ownerOf(checker: ts.TypeChecker, name: ts.Identifier): ts.Type | undefined {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent) && parent.name === name)
    return checker.getNonNullableType(checker.getTypeAtLocation(parent.expression))
  if (ts.isBindingElement(parent)) return checker.getTypeAtLocation(parent.parent)
  return undefined
}
