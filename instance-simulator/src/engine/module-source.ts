import { parse, type ExportNamedDeclaration, type ImportDeclaration, type Program, type Pattern } from 'acorn'

export interface ImportedName {
  readonly local: string
  /** The exported name, `*` for the namespace, `default`. */
  readonly imported: string
  readonly from: string
}

/** An ES module turned into the body of a function, so that it can run in a vm context without a loader of Node's. */
export interface ModuleSource {
  readonly code: string
  readonly imports: readonly ImportedName[]
  /** Every specifier, in source order: all are evaluated, also those imported for their effect. */
  readonly dependencies: readonly string[]
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Named = { readonly type: string; readonly name?: string; readonly value?: unknown }
const nameOf = (node: Named) => node.name ?? String(node.value)

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => boundNames(p.type === 'RestElement' ? p.argument : p.value))
    case 'ArrayPattern':
      return pattern.elements.flatMap((e) => (e ? boundNames(e) : []))
    case 'AssignmentPattern':
      return boundNames(pattern.left)
    case 'RestElement':
      return boundNames(pattern.argument)
    default:
      return []
  }
}

class Rewriter {
  readonly edits: Edit[] = []
  readonly imports: ImportedName[] = []
  readonly dependencies: string[] = []
  readonly exports = new Map<string, string>()
  readonly stars: string[] = []

  import(node: ImportDeclaration): void {
    const from = String(node.source.value)
    this.dependencies.push(from)
    this.edits.push({ start: node.start, end: node.end, text: '' })
    for (const specifier of node.specifiers) {
      const imported =
        specifier.type === 'ImportSpecifier'
          ? nameOf(specifier.imported)
          : specifier.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*'
      this.imports.push({ local: specifier.local.name, imported, from })
    }
  }

  exportNamed(node: ExportNamedDeclaration): void {
    if (node.declaration) {
      this.edits.push({ start: node.start, end: node.declaration.start, text: '' })
      const names =
        node.declaration.type === 'VariableDeclaration'
          ? node.declaration.declarations.flatMap((d) => boundNames(d.id))
          : [node.declaration.id.name]
      for (const name of names) this.exports.set(name, name)
      return
    }
    this.edits.push({ start: node.start, end: node.end, text: '' })
    const from = node.source ? String(node.source.value) : undefined
    if (from !== undefined) this.dependencies.push(from)
    for (const specifier of node.specifiers) {
      const local = nameOf(specifier.local)
      const exported = nameOf(specifier.exported)
      this.exports.set(
        exported,
        from === undefined ? local : `__require(${JSON.stringify(from)})[${JSON.stringify(local)}]`,
      )
    }
  }

  program(tree: Program): void {
    for (const node of tree.body) {
      if (node.type === 'ImportDeclaration') this.import(node)
      else if (node.type === 'ExportNamedDeclaration') this.exportNamed(node)
      else if (node.type === 'ExportAllDeclaration') {
        const from = String(node.source.value)
        this.dependencies.push(from)
        this.edits.push({ start: node.start, end: node.end, text: '' })
        if (node.exported) this.exports.set(nameOf(node.exported), `__require(${JSON.stringify(from)})`)
        else this.stars.push(from)
      } else if (node.type === 'ExportDefaultDeclaration') {
        const named = 'id' in node.declaration ? node.declaration.id?.name : undefined
        const declared = named !== undefined && node.declaration.type.endsWith('Declaration')
        this.edits.push({ start: node.start, end: node.declaration.start, text: declared ? '' : 'const __default = ' })
        this.exports.set('default', declared ? named : '__default')
      }
    }
  }
}

/** Keeps line numbers: text that goes away leaves its line breaks behind. */
function apply(source: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    const gone = source.slice(edit.start, edit.end)
    result += source.slice(at, edit.start) + edit.text + '\n'.repeat(gone.split('\n').length - 1)
    at = edit.end
  }
  return result + source.slice(at)
}

/**
 * Imported names live in an object that a `with` puts around the strict module body: reads stay live bindings, cycles
 * work, and local names shadow as the language says, without a scope analysis of our own.
 */
export function moduleSource(source: string): ModuleSource {
  const tree = parse(source, { ecmaVersion: 2022, sourceType: 'module' })
  const rewriter = new Rewriter()
  rewriter.program(tree)
  const getters = [...rewriter.exports].map(([name, expression]) => `${JSON.stringify(name)}: () => ${expression}`)
  const body = apply(source, rewriter.edits)
  const code =
    '(function (__imports, __export, __star, __require) { with (__imports) { return function () { "use strict"; ' +
    `__export({ ${getters.join(', ')} }); __star(${JSON.stringify(rewriter.stars)}); ${body}\n}; } })`
  return { code, imports: rewriter.imports, dependencies: rewriter.dependencies }
}

/** CommonJS text, as bundled third-party code may be, in the same coat. */
export function commonJsSource(source: string): string {
  return `(function (module, exports, require) { "use strict"; ${source}\n})`
}

export const isEsModule = (source: string): boolean => /^\s*(import|export)\b/m.test(source)
