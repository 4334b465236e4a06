import { startOf } from './start.ts'
import { stepsFrom } from './steps.ts'
import type { Rules, Scenario, SideState, World } from './world.ts'

export interface Explored {
  readonly worlds: readonly World[]
  /** Places of the worlds that may come next. */
  readonly next: readonly (readonly number[])[]
  traceTo(place: number): string[]
}

const numbers = new WeakMap<object, number>()
const known = new Map<string, number>()

/** A number for each value: parts that are alike have the same one, and a world's key stays short. */
function numberOf(part: object | null, text: (part: object) => string = JSON.stringify): number {
  if (part === null) return 0
  const earlier = numbers.get(part)
  if (earlier !== undefined) return earlier
  const name = text(part)
  const number = known.get(name) ?? known.size + 1
  known.set(name, number)
  numbers.set(part, number)
  return number
}

const textOfSide = ({
  record,
  pair,
  effects,
  plan,
  carried,
  inText,
  applied,
  outText,
  notice,
  sent,
  causes,
  life,
}: SideState) =>
  `${[record, pair, effects, plan, carried, inText, applied].map((part) => numberOf(part)).join()},${outText}${notice}${sent},${causes},${life}`

const keyOf = ({ names, net, left, overwritten, outOfOrder, ...world }: World): string =>
  names.map((name) => numberOf(world[name], () => textOfSide(world[name]))).join() +
  `,${numberOf(net)},${numberOf(left)}${overwritten}${outOfOrder}`

const MOST = 500_000

/**
 * Every world that can come about, breadth first: the trace to each is a shortest one. `cut`: so many are enough, where a
 * missing rule lets the model go on for ever.
 */
export function explore(rules: Rules, scenario: Scenario, cut = Infinity): Explored {
  const worlds = [startOf(scenario)]
  const places = new Map(worlds.map((world, place) => [keyOf(world), place]))
  const came: ({ from: number; step: string } | undefined)[] = [undefined]
  const next: number[][] = []
  for (let place = 0; place < worlds.length && worlds.length < cut; place++) {
    const world = worlds[place]
    if (!world) break
    const targets = new Set<number>()
    for (const step of stepsFrom(world, rules, scenario)) {
      const key = keyOf(step.next)
      let target = places.get(key)
      if (target === undefined) {
        target = worlds.push(step.next) - 1
        places.set(key, target)
        came[target] = { from: place, step: step.name }
      }
      if (target !== place) targets.add(target)
    }
    next.push([...targets])
    if (worlds.length > MOST) throw new Error(`More than ${MOST} worlds: the model does not end`)
  }
  return { worlds, next, traceTo: (place) => trace(came, place) }
}

function trace(came: readonly ({ from: number; step: string } | undefined)[], place: number): string[] {
  const steps: string[] = []
  for (let at = came[place]; at; at = came[at.from]) steps.unshift(at.step)
  return steps
}
