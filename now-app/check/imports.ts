import type { BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'
import { isSyntax, visitNodes } from './syntax.ts'

const textOf = (value: unknown) =>
  isSyntax(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : '<computed>'

/** Every specifier that a script imports or requires; a computed one is named `<computed>`. */
function specifiersOf(source: string): string[] {
  const found: string[] = []
  visitNodes(source, ({ type, source: from, callee, arguments: given }) => {
    if (/^(Import|Export(Named|All))Declaration$/.test(type) && isSyntax(from)) found.push(textOf(from))
    if (type === 'CallExpression' && isSyntax(callee) && callee['name'] === 'require')
      found.push(textOf((given as unknown[])[0]))
  })
  return found
}

/** `../x.ts` seen from `scope/pkg/1.0.0/a/b.ts`. */
function absolute(specifier: string, from: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** `@accord/shared/protocol`: the module that the emitted package's own `exports` name. */
function inPackages(built: BuiltPackage, specifier: string): string | undefined {
  for (const [path, content] of built.modules) {
    const [, name] = new RegExp(`^${built.scope}/(.+)/[^/]+/package\\.json$`).exec(path) ?? []
    if (name === undefined || (specifier !== name && !specifier.startsWith(`${name}/`))) continue
    const { exports } = JSON.parse(content) as { exports?: Readonly<Record<string, string>> }
    const target = exports?.[`.${specifier.slice(name.length)}`]
    if (target !== undefined) return absolute(target, path)
  }
  return undefined
}

function resolves(built: BuiltPackage, specifier: string, from: string): boolean {
  if (specifier === '@servicenow/glide' || specifier.startsWith('@servicenow/glide/')) return true
  if (specifier.startsWith('.')) return built.modules.has(absolute(specifier, from))
  const path = built.modules.has(specifier) ? specifier : inPackages(built, specifier)
  return path !== undefined && built.modules.has(path)
}

/** Nothing on the instance looks for a file: what is imported is there, under exactly this name, or the script dies. */
export const everyImportResolves: Rule = (built) => {
  const modules = [...built.modules].filter(([path]) => !path.endsWith('.json'))
  const sources = [...modules.map(([where, source]) => ({ where, source })), ...built.scripts]
  return sources.flatMap(({ where, source }): Finding[] =>
    specifiersOf(source)
      .filter((specifier) => !resolves(built, specifier, where))
      .map((specifier) => ({ where, what: `imports ${specifier}, which the package does not hold` })),
  )
}
