import path from 'node:path'

import ts from 'typescript'

import { importsOf, nodesOf, parse, type Tree } from './source.ts'

/** A contract, its handler, its service, and one place that offers it to somebody or that a host answers it at by itself. */
export const FILES_MAX = 4

/**
 * Where an operation that is there is used: by pages, commands, buttons, jobs of an instance, and calls to the other node. One of
 * them belongs to adding it; that a second one offers it, too, is an addition of its own.
 */
const USES = [
  /^console\/src\/(?!host\/)/u,
  /^now-app\/src\/server\/(?:jobs|ui-actions)\//u,
  // What an instance does by itself, or does more for than ask its node: docs/contributing.md has a task for it.
  /^now-app\/src\/server\/routes\/serve\.ts$/u,
  /^node-bridge\/src\/(?:cli|contact|diagnosis|handshake|http\/console\/describe-session|peer-calls)/u,
]

/** Keys of texts, and the platform's own methods: the same letters, another thing. */
const FOREIGN = ['console/src/i18n/', 'instance-simulator/']
const HANDLERS = 'node-bridge/src/http/operations/'

export interface Named {
  readonly makes: readonly string[]
  readonly uses: readonly string[]
  /** A handler calls a service that has another name: one file more. */
  readonly hasServiceByAnotherName: boolean
}

const countOf = ({ makes, uses, hasServiceByAnotherName }: Named): number =>
  makes.length + Math.min(uses.length, 1) + Number(hasServiceByAnotherName)

/** Each operation with the files of the product that name it: as a text, a key or a member, and the service behind its handler. */
export function filesByOperation(tree: Tree, names: readonly string[]): ReadonlyMap<string, Named> {
  const found = new Map(names.map((name) => [name, { makes: new Set<string>(), uses: new Set<string>() }]))
  const services = servicesOf(tree)
  for (const [file, text] of tree) {
    if (FOREIGN.some((folder) => file.startsWith(folder)) || file.includes('/generated/')) continue
    const isUse = USES.some((place) => place.test(file))
    for (const node of nodesOf(parse(file, text))) {
      const declared = services.has(file) ? declaredBy(node) : undefined
      const files = found.get(declared ?? nameIn(node) ?? '')
      if (files) (isUse && declared === undefined ? files.uses : files.makes).add(file)
    }
  }
  return new Map(
    [...found].map(([name, { makes, uses }]) => [
      name,
      {
        makes: [...makes],
        uses: [...uses].filter((file) => !makes.has(file)),
        hasServiceByAnotherName:
          [...makes].some((file) => file.startsWith(HANDLERS)) && ![...makes].some((file) => services.has(file)),
      },
    ]),
  )
}

/** Every operation for which more files are touched than may be. There is no list of exceptions. */
export const flawsOfOperations = (tree: Tree, names: readonly string[]): string[] =>
  [...filesByOperation(tree, names)]
    .filter(([, named]) => countOf(named) > FILES_MAX)
    .map(([name, { makes, uses }]) => `${name} is named by ${[...makes, ...uses].join(', ')}`)

/** What the tables of handlers call. */
function servicesOf(tree: Tree): ReadonlySet<string> {
  const services = new Set<string>()
  for (const [file, text] of tree) {
    if (!file.startsWith(HANDLERS)) continue
    for (const specifier of importsOf(parse(file, text)))
      services.add(path.posix.join(path.posix.dirname(file), specifier))
  }
  return services
}

function nameIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  const isMember =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node)
  return isMember && ts.isIdentifier(node.name) ? node.name.text : undefined
}

const declaredBy = (node: ts.Node): string | undefined =>
  (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) && node.name && ts.isIdentifier(node.name)
    ? node.name.text
    : undefined
