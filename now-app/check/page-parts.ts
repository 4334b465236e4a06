import { type BuiltPackage, recordsOf } from './built-package.ts'

/** A script of the console, by its name without the scope. */
export interface PagePart {
  readonly name: string
  readonly content: string
}

const STATIC = /(?:^|[;}/\s])(?:import|export)[^"'()]*?["']\.\/([^"']+)\.jsdbx["']/g
const DYNAMIC = /\bimport\(\s*["']\.\/([^"']+)\.jsdbx["']/g

const namesIn = (content: string, form: RegExp): readonly string[] =>
  [...content.matchAll(form)].map(([, name]) => name ?? '')

/** The scripts that a browser loads with the page, and those that the page loads later, each with what it imports. */
export function partsOfPage(built: BuiltPackage): {
  readonly first: readonly PagePart[]
  readonly later: readonly PagePart[]
} {
  const scripts = recordsOf(built, 'sys_ux_lib_asset')
    .filter(({ values }) => /javascript/.test(values['mime_type'] ?? ''))
    .map(({ values }) => ({ name: (values['name'] ?? '').replace(/^[^/]*\//, ''), content: values['content'] ?? '' }))
  const byName = new Map(scripts.map((script) => [script.name, script]))
  const reached = (names: readonly string[]): ReadonlySet<string> => {
    const found = new Set<string>()
    const visit = (name: string): void => {
      if (found.has(name)) return
      found.add(name)
      for (const next of namesIn(byName.get(name)?.content ?? '', STATIC)) visit(next)
    }
    names.forEach(visit)
    return found
  }
  const asked = new Set(scripts.flatMap(({ content }) => namesIn(content, DYNAMIC)))
  const imported = new Set(scripts.flatMap(({ content }) => namesIn(content, STATIC)))
  const first = reached(scripts.map(({ name }) => name).filter((name) => !asked.has(name) && !imported.has(name)))
  const later = reached([...asked])
  return {
    first: scripts.filter(({ name }) => first.has(name)),
    later: scripts.filter(({ name }) => later.has(name) && !first.has(name)),
  }
}

/**
 * Parts that are loaded later and import what a page names: on an instance the page names its script with a version in the address,
 * so that the same script under another address would run a second time.
 */
export const partsThatRunThePageAgain = (built: BuiltPackage): readonly string[] => {
  const { first, later } = partsOfPage(built)
  const imported = new Set(first.flatMap(({ content }) => namesIn(content, STATIC)))
  const named = new Set(first.map(({ name }) => name).filter((name) => !imported.has(name)))
  return later.flatMap(({ name, content }) => (namesIn(content, STATIC).some((each) => named.has(each)) ? [name] : []))
}
