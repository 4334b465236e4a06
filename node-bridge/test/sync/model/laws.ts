import { hasEnded, isKnownThere } from '../../../src/sync/pairs/pair-state.ts'
import type { Explored } from './explore.ts'
import { mapped } from './instance.ts'
import { type ModelRecord, type Name, type Rules, type Scenario, siteOf, type World } from './world.ts'

export type Law =
  | 'settled means equal, but for the mapping'
  | 'each comment and file arrives once, and never twice'
  | 'no message is applied twice or out of order'
  | 'a message needs a change by a person or a rule'
  | 'no value of a person is replaced by an echo'
  | 'from everywhere a settled equal state can be reached'

export interface Finding {
  readonly settled: number
  /** Each law that breaks, with the place of its first offender. */
  readonly broken: ReadonlyMap<Law, number>
}

export function findBroken(explored: Explored, rules: Rules, scenario: Scenario): Finding {
  const { worlds, next } = explored
  const quiet = worlds.map((world) => isQuiet(world, rules))
  const settled = worlds.map((_, place) => Boolean(quiet[place] && next[place]?.every((target) => quiet[target])))
  const good = worlds.map((world, place) => Boolean(settled[place] && isEqual(world, scenario)))
  const broken = new Map<Law, number>()
  const note = (law: Law, isBroken: (world: World, place: number) => boolean) => {
    const place = worlds.findIndex(isBroken)
    if (place >= 0) broken.set(law, place)
  }
  note('settled means equal, but for the mapping', (_, place) => Boolean(settled[place] && !good[place]))
  note(
    'each comment and file arrives once, and never twice',
    (world, place) => countsOf(world).some((count) => count > 1) || Boolean(settled[place] && !hasAllEntries(world)),
  )
  note('no message is applied twice or out of order', (world) => world.outOfOrder)
  note('a message needs a change by a person or a rule', (world) =>
    world.names.some((name) => world[name].sent > world[name].causes),
  )
  note('no value of a person is replaced by an echo', (world) => world.overwritten)
  const reaching = reach(next, good)
  note('from everywhere a settled equal state can be reached', (_, place) => !reaching[place])
  return { settled: settled.filter(Boolean).length, broken }
}

const countsOf = (world: World): number[] =>
  world.names.flatMap((name) => Object.values({ ...world[name].record?.comments, ...world[name].record?.files }))

/** Nothing waits to be done; what the net still holds may come late or twice. */
const isQuiet = (world: World, rules: Rules): boolean =>
  world.names.every((name) => {
    const { pair, notice, record, plan, carried } = world[name]
    if (record && world.left[`edits${siteOf(name)}`] > 0) return false
    if (notice || plan || carried.wanted.length > 0 || carried.unwanted.length > 0) return false
    if (pair.inbound || (pair.outbound && pair.outbound.phase !== 'held')) return false
    if (hasEnded(pair)) return true
    return !pair.dirty && (!rules.scan || !record || String(record.version) === pair.seenVersion)
  })

/** Each end that sends first, with the other one. */
const pairsOf = ({ names }: World): readonly (readonly [Name, Name])[] =>
  names.includes('C')
    ? [
        ['A', 'B'],
        ['b', 'C'],
      ]
    : [['A', 'B']]

const isEqual = (world: World, scenario: Scenario): boolean =>
  pairsOf(world).every(([source, destination]) => {
    const [ours, theirs] = [world[source], world[destination]]
    if (hasEnded(ours.pair) || hasEnded(theirs.pair))
      return [ours, theirs].every(({ pair }) => hasEnded(pair) || !isKnownThere(pair))
    if (!ours.record || !theirs.record) return !ours.record && !theirs.record
    const values = [mapped(destination, ours.record.v, scenario), mapped(source, theirs.record.v, scenario)]
    return values[0] === values[1] && ours.record.d === theirs.record.d
  })

const hasAllEntries = (world: World): boolean =>
  pairsOf(world).every(([source, destination]) => {
    const [ours, theirs] = [world[source], world[destination]]
    return hasEnded(ours.pair) || hasEnded(theirs.pair) || entriesOf(ours.record) === entriesOf(theirs.record)
  })

const entriesOf = (record: ModelRecord | null): string =>
  Object.keys({ ...record?.comments, ...record?.files })
    .toSorted()
    .join(' ')

function reach(next: Explored['next'], good: readonly boolean[]): boolean[] {
  const before: number[][] = good.map(() => [])
  next.forEach((targets, place) => targets.forEach((target) => before[target]?.push(place)))
  const reached = [...good]
  const todo = reached.flatMap((is, place) => (is ? [place] : []))
  for (let place = todo.pop(); place !== undefined; place = todo.pop())
    for (const earlier of before[place] ?? []) {
      if (reached[earlier]) continue
      reached[earlier] = true
      todo.push(earlier)
    }
  return reached
}
