import type { Profiler } from 'node:inspector'

/** Who keeps a bridge's main thread busy. Native code and what Node helps with count for whoever called it. */
export const PARTS = [
  'SQLite and its disk',
  'signatures, hashes, keys',
  'Kysely',
  'sockets and HTTP',
  'axios',
  'zod',
  'Express',
  'our own code',
  'garbage collection',
  'the rest',
] as const

export type Part = (typeof PARTS)[number]

type Node = Profiler.ProfileNode

/** The first that fits the address of a frame. `native`: only for what has no address itself and was called from there. */
const RULES: readonly { readonly part: Part; readonly where: RegExp; readonly native?: true }[] = [
  { part: 'SQLite and its disk', where: /store\/engine\/sqlite-driver\.ts$|\/better-sqlite3\//u, native: true },
  { part: 'signatures, hashes, keys', where: /^node:(?:internal\/)?crypto|node_modules\/jose\//u },
  { part: 'sockets and HTTP', where: /^node:(?:_?http|net|internal\/(?:streams|stream_base_commons|http))/u },
  { part: 'Kysely', where: /node_modules\/kysely\//u },
  { part: 'axios', where: /node_modules\/(?:axios|follow-redirects|proxy-from-env)\//u },
  { part: 'zod', where: /node_modules\/zod\//u },
  { part: 'Express', where: /node_modules\/(?:express|router|body-parser|raw-body|path-to-regexp)\//u },
  { part: 'our own code', where: /\/(?:node-bridge\/src|shared\/dist|shared\/src)\//u },
]

/** Microseconds of each part. What waits for work, and the taking of the profile, count for nothing. */
export function partsOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<Part, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)))
  const known = new Map<number, Part | undefined>()
  const sums = new Map<Part, number>(PARTS.map((part) => [part, 0]))
  for (const [at, id] of samples.entries()) {
    const node = byId.get(id)
    if (!node) continue
    if (!known.has(id)) known.set(id, partOf(node, parents))
    const part = known.get(id)
    if (part) sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[at] ?? 0))
  }
  return sums
}

function partOf(leaf: Node, parents: ReadonlyMap<number, Node>): Part | undefined {
  const { functionName, url } = leaf.callFrame
  if (functionName === '(idle)' || url === 'node:inspector') return undefined
  if (functionName === '(garbage collector)') return 'garbage collection'
  for (let frame: Node | undefined = leaf; frame; frame = parents.get(frame.id)) {
    const address = frame.callFrame.url
    const rule = RULES.find(({ where, native }) => where.test(address) && (!native || url === ''))
    if (rule) return rule.part
  }
  return 'the rest'
}
