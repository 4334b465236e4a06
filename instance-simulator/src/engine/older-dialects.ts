import type { Release } from '../releases.ts'
import { isCallable, isSyntax, nameOf, reads, type Check, type Syntax } from './syntax.ts'

export interface OlderRule {
  /** The first release whose engine takes the construct. */
  readonly since: Release
  readonly check: Check
}

const patternOf = (node: Syntax) =>
  node.type === 'Literal' ? (node.regex as { pattern: string; flags: string } | undefined) : undefined

/** Flags of `/x/u` and of `new RegExp(x, 'u')`. */
function flagsOf(node: Syntax): string {
  if (!isCallable(node) || nameOf(node.callee) !== 'RegExp') return patternOf(node)?.flags ?? ''
  const flags: unknown = (node.arguments as readonly unknown[])[1]
  return isSyntax(flags) && typeof flags.value === 'string' ? flags.value : ''
}

const memberOf = (node: Syntax, object: string, names: ReadonlySet<string>) =>
  node.type === 'MemberExpression' && nameOf(node.object) === object && names.has(nameOf(node.property) ?? '')

const ASYNCHRONOUS = new Set(['Promise', 'AggregateError'])
const REFLECTIVE = new Set(['Proxy', 'WeakMap', 'WeakSet'])
const BINARY = new Set([
  'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'Float32Array', 'Float64Array',
]) // prettier-ignore
const SYMBOLS = new Set([
  'hasInstance', 'isConcatSpreadable', 'iterator', 'species', 'replace', 'search', 'split', 'match', 'toPrimitive', 'toStringTag',
  'unscopables',
]) // prettier-ignore

/**
 * What the documents' tables of older releases list as disallowed or not supported in ECMAScript 2021 mode and the newest one as
 * supported (JavaScript engine feature support: Xanadu and Yokohama are the same, Zurich, Australia). `Array.prototype.at` cannot
 * be distinguished from the supported one of strings without running it.
 */
export const OLDER_RULES: Readonly<Record<string, OlderRule>> = {
  'regular expression flag u': { since: 'zurich', check: (node) => flagsOf(node).includes('u') },
  'regular expression lookbehind': { since: 'zurich', check: (node) => /\(\?<[=!]/.test(patternOf(node)?.pattern ?? '') },
  globalThis: { since: 'zurich', check: (node) => reads(node, new Set(['globalThis'])) },
  'catch without a binding': { since: 'zurich', check: (node) => node.type === 'CatchClause' && !node.param },
  'async functions': { since: 'zurich', check: (node) => node.async === true || node.type === 'AwaitExpression' },
  'generator functions': { since: 'zurich', check: (node) => node.generator === true },
  BigInt: {
    since: 'zurich',
    check: (node) => (node.type === 'Literal' && node.bigint !== undefined) || reads(node, new Set(['BigInt'])),
  },
  'Promise and AggregateError': { since: 'zurich', check: (node) => reads(node, ASYNCHRONOUS) },
  'Proxy, WeakMap and WeakSet': { since: 'zurich', check: (node) => reads(node, REFLECTIVE) },
  'typed arrays': { since: 'zurich', check: (node) => reads(node, BINARY) },
  'well-known symbols': { since: 'zurich', check: (node) => memberOf(node, 'Symbol', SYMBOLS) },
  'Number.parseInt and Number.parseFloat': {
    since: 'zurich',
    check: (node) => memberOf(node, 'Number', new Set(['parseInt', 'parseFloat'])),
  },
  'Object.setPrototypeOf': { since: 'zurich', check: (node) => memberOf(node, 'Object', new Set(['setPrototypeOf'])) },
  'typed arrays of BigInt': {
    since: 'australia',
    check: (node) => reads(node, new Set(['BigInt64Array', 'BigUint64Array'])),
  },
} // prettier-ignore
