import { findDialectViolations } from '../../instance-simulator/src/engine/dialect.ts'
import { RELEASES } from '../../instance-simulator/src/releases.ts'
import type { Finding, Rule } from './finding.ts'
import { isSyntax, kindOf, visitNodes } from './syntax.ts'

/** Globals of Node and of browsers that the SDK's build lets pass and no instance has. */
const ABSENT_GLOBALS = new Set([
  'Buffer', 'XMLHttpRequest', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'document', 'fetch', 'localStorage',
  'process', 'queueMicrotask', 'setInterval', 'setTimeout', 'structuredClone', 'TextDecoder', 'TextEncoder', 'URL',
]) // prettier-ignore

/** Names that a script calls, constructs or reads a member of, without declaring them anywhere. */
function absentGlobalsIn(source: string): string[] {
  const used = new Set<unknown>()
  const declared = new Set<unknown>()
  visitNodes(source, ({ type, object, callee, local, id }) => {
    const subject = type === 'MemberExpression' ? object : callee
    if (isSyntax(subject)) used.add(subject['name'])
    const binding = /Declarat|Import.*Specifier/.test(type) ? (local ?? id) : undefined
    if (isSyntax(binding)) declared.add(binding['name'])
  })
  return [...ABSENT_GLOBALS].filter((name) => used.has(name) && !declared.has(name))
}

/** By every release that README claims; what an older engine refuses names the releases that do. */
function violationsIn(source: string): Finding[] {
  const refusals = new Map<string, string[]>()
  for (const release of RELEASES)
    for (const { rule, line } of findDialectViolations(source, kindOf(source), release)) {
      const found = `${line} ${rule}`
      refusals.set(found, [...(refusals.get(found) ?? []), release])
    }
  return [...refusals].map(([found, releases]) => {
    const [where = '', ...rule] = found.split(' ')
    const everywhere = releases.length === RELEASES.length
    return { where, what: everywhere ? rule.join(' ') : `${rule.join(' ')} (${releases.join(', ')})` }
  })
}

/** The platform's engine is not Node's: what it refuses or lacks would only be seen on an instance. */
export const onlyThePlatformsDialect: Rule = (built) => {
  const modules = [...built.modules].filter(([path]) => !path.endsWith('.json'))
  const sources = [...modules.map(([where, source]) => ({ where, source })), ...built.scripts]
  return sources.flatMap(({ where, source }): Finding[] => {
    return [
      ...violationsIn(source).map(({ where: line, what }) => ({ where: `${where}:${line}`, what })),
      ...absentGlobalsIn(source).map((name) => ({ where, what: `uses ${name}, which no instance has` })),
    ]
  })
}
