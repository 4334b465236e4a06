import ts from 'typescript'

/** What the types of accord.d.ts and tables.d.ts mean. */

/** `Readonly<T>` → `T`: a table is the same table, whether it may be written or not. */
const bare = (type: ts.Type): ts.Type =>
  type.aliasSymbol?.name === 'Readonly' ? (type.aliasTypeArguments?.[0] ?? type) : type

/** The table whose record this is. */
export function tableOf(type: ts.Type): string | undefined {
  const name = bare(type).symbol?.name ?? ''
  return name.startsWith('t_') ? name.slice(2) : undefined
}

/** One that sync access does not open: it is declared because something points at it. */
export const isTableWithoutFields = (type: ts.Type): boolean =>
  tableOf(type) !== undefined && bare(type).getProperties().length === 0

const isNamed = (type: ts.Type, ...names: readonly string[]): boolean => names.includes(bare(type).symbol?.name ?? '')

export const isChoice = (type: ts.Type): boolean => isNamed(type, 'Choice')
export const isReference = (type: ts.Type): boolean => isNamed(type, 'Ref')
export const isReplica = (type: ts.Type): boolean => isNamed(type, 'Replica')
/** What the rules are given: the record, the replica and the helpers. */
export const isHelpers = (type: ts.Type): boolean => isNamed(type, 'Outgoing', 'Incoming')
export const isText = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.StringLike) !== 0

/** As a field reads; undefined where it is no field of a table. */
export function fieldOf(checker: ts.TypeChecker, access: ts.PropertyAccessExpression): ts.Type | undefined {
  const owner = bare(checker.getTypeAtLocation(access.expression))
  if (tableOf(owner) === undefined) return undefined
  const field = owner.getProperty(access.name.text)
  const getter = field?.declarations?.find(ts.isGetAccessorDeclaration)
  return getter?.type ? checker.getTypeFromTypeNode(getter.type) : undefined
}

/** What may be written for a choice. */
export function wordsOf(checker: ts.TypeChecker, choice: ts.Type) {
  const [values, labels] = checker.getTypeArguments(choice as ts.TypeReference)
  return { values: (values && literalsOf(values)) ?? [], labels: (labels && literalsOf(labels)) ?? [] }
}

/** The texts that a type is one of; undefined where it may be any. */
export function literalsOf(type: ts.Type): readonly string[] | undefined {
  const parts = type.isUnion() ? type.types : [type]
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
  return texts.length === parts.length ? texts : undefined
}
