import { stepsFrom } from './steps.ts'
import { nameOf, START, type Rules, type Step, type World } from './world.ts'

export interface Explored {
  readonly worlds: ReadonlyMap<string, World>
  readonly steps: ReadonlyMap<string, readonly Step[]>
  /** How a world came about, for the person who has to repair the protocol. */
  traceTo(world: World): string[]
}

/** Every world that can come about, breadth first: the trace to each is a shortest one. */
export function explore(rules: Rules, limit = 400_000): Explored {
  const worlds = new Map([[nameOf(START), START]])
  const steps = new Map<string, readonly Step[]>()
  const cameFrom = new Map<string, { readonly from: string; readonly step: string }>()
  for (const [name, world] of worlds) {
    const outgoing = stepsFrom(world, rules)
    steps.set(name, outgoing)
    for (const { name: label, next } of outgoing) {
      const target = nameOf(next)
      if (worlds.has(target)) continue
      worlds.set(target, next)
      cameFrom.set(target, { from: name, step: label })
    }
    if (worlds.size > limit) throw new Error(`More than ${limit} worlds: the model does not end`)
  }
  return { worlds, steps, traceTo: (world) => trace(cameFrom, nameOf(world)) }
}

function trace(cameFrom: ReadonlyMap<string, { from: string; step: string }>, name: string): string[] {
  const origin = cameFrom.get(name)
  return origin ? [...trace(cameFrom, origin.from), origin.step] : []
}

/** The worlds from which some chain of `system` steps leads to a goal: nobody has to do anything. */
export function canReachAlone({ worlds, steps }: Explored, isGoal: (world: World) => boolean): ReadonlySet<string> {
  const before = new Map<string, string[]>()
  for (const [name, outgoing] of steps)
    for (const { kind, next } of outgoing) {
      if (kind !== 'system') continue
      const target = nameOf(next)
      const sources = before.get(target)
      if (sources) sources.push(name)
      else before.set(target, [name])
    }
  const reached = new Set([...worlds].filter(([, world]) => isGoal(world)).map(([name]) => name))
  for (const name of reached) for (const earlier of before.get(name) ?? []) reached.add(earlier)
  return reached
}
