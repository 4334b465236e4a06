import { parse } from 'acorn'
import { isBefore, NEWEST_RELEASE, type Release } from '../releases.ts'
import { OLDER_RULES } from './older-dialects.ts'
import { isCallable, isSyntax, nameOf, visit, type Check, type Syntax } from './syntax.ts'

/** One construct that the platform's JavaScript engine (ECMAScript 2021 mode) refuses although the SDK's build lets it pass. */
export interface DialectFinding {
  readonly rule: string
  /** 1-based. */
  readonly line: number
}

const BUILT_INS = new Set([
  'Array', 'ArrayBuffer', 'Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'Function', 'Map', 'Number', 'Object',
  'Promise', 'RangeError', 'ReferenceError', 'RegExp', 'Set', 'String', 'SyntaxError', 'TypeError', 'URIError', 'WeakMap', 'WeakSet',
]) // prettier-ignore
const ABSENT = new Set(['Reflect', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly'])

const isPrivate = (value: unknown) => isSyntax(value) && value.type === 'PrivateIdentifier'
const isGenerator = (value: unknown) => isSyntax(value) && value.generator === true
const isMember = (node: Syntax) => node.type === 'PropertyDefinition' || node.type === 'MethodDefinition'

function yieldsFrom(right: unknown, generators: ReadonlySet<string>): boolean {
  if (!isSyntax(right) || right.type !== 'CallExpression') return false
  const callee = right.callee
  const name = isSyntax(callee) && callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee)
  return name !== undefined && generators.has(name)
}

/** The rules as a table: what every release refuses, and how it looks in the syntax tree. */
export const DIALECT_RULES: Readonly<Record<string, Check>> = {
  'private instance fields and methods': (node) => isMember(node) && isPrivate(node.key) && node.static !== true,
  '#field in object': (node) => node.type === 'BinaryExpression' && node.operator === 'in' && isPrivate(node.left),
  'regular expression flag d': (node) =>
    node.type === 'Literal' && /d/.test((node.regex as { flags: string } | undefined)?.flags ?? ''),
  'async class methods': (node) =>
    node.type === 'MethodDefinition' && isSyntax(node.value) && node.value.async === true,
  'async generators': (node) => node.async === true && node.generator === true,
  'for await': (node) => node.type === 'ForOfStatement' && node.await === true,
  'new Function': (node) => isCallable(node) && nameOf(node.callee) === 'Function',
  'Reflect, WeakRef, shared memory and WebAssembly': (node) =>
    (node.type === 'MemberExpression' && ABSENT.has(nameOf(node.object) ?? '')) ||
    (isCallable(node) && ABSENT.has(nameOf(node.callee) ?? '')),
  'subclassing a built-in': (node) =>
    (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') &&
    BUILT_INS.has(nameOf(node.superClass) ?? ''),
  'generators in for…of': (node, generators) => node.type === 'ForOfStatement' && yieldsFrom(node.right, generators),
  'dynamic import': (node) => node.type === 'ImportExpression',
  'import.meta': (node) => node.type === 'MetaProperty' && nameOf(node.meta) === 'import',
}

function generatorNames(tree: Syntax): Set<string> {
  const names = new Set<string>()
  visit(tree, (node) => {
    const named: [unknown, unknown][] = [
      [node.type === 'FunctionDeclaration' ? node : undefined, node.id],
      [node.type === 'VariableDeclarator' ? node.init : undefined, node.id],
      [node.type === 'MethodDefinition' || node.type === 'Property' ? node.value : undefined, node.key],
    ]
    for (const [value, name] of named) if (isGenerator(value)) names.add(nameOf(name) ?? '')
  })
  names.delete('')
  return names
}

/** What the engine of one release refuses. */
function rulesOf(release: Release): readonly (readonly [string, Check])[] {
  const older = Object.entries(OLDER_RULES).filter(([, { since }]) => isBefore(release, since))
  return [...Object.entries(DIALECT_RULES), ...older.map(([rule, { check }]) => [rule, check] as const)]
}

/**
 * Finds what the platform's engine would refuse in one emitted script or module.
 * Throws acorn's SyntaxError when the text is no ECMAScript 2022 at all.
 */
export function findDialectViolations(
  source: string,
  kind: 'module' | 'script',
  release: Release = NEWEST_RELEASE,
): DialectFinding[] {
  const tree = parse(source, {
    ecmaVersion: 2022,
    sourceType: kind,
    locations: true,
    allowReturnOutsideFunction: kind === 'script',
    allowHashBang: false,
  }) as unknown as Syntax
  const generators = generatorNames(tree)
  const findings: DialectFinding[] = []
  const rules = rulesOf(release)
  visit(tree, (node) => {
    for (const [rule, check] of rules) {
      if (check(node, generators)) findings.push({ rule, line: node.loc?.start.line ?? 0 })
    }
  })
  return findings
}

/** Throws `engine refuses: …` for the first construct that would not run on the platform. */
export function assertDialect(
  source: string,
  kind: 'module' | 'script',
  name: string,
  release: Release = NEWEST_RELEASE,
): void {
  let findings: DialectFinding[]
  try {
    findings = findDialectViolations(source, kind, release)
  } catch (error) {
    throw new Error(`engine refuses: ${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  const first = findings[0]
  if (!first) return
  const onOlder = release === NEWEST_RELEASE ? '' : ` on ${release}`
  throw new Error(`engine refuses: ${first.rule}${onOlder} (${name}:${first.line})`)
}
