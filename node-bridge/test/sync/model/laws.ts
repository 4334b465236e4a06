import { hasEnded, isKnownThere } from '../../../src/sync/pairs/pair-state.ts'
import type { Explored } from './explore.ts'
import { mapped } from './instance.ts'
import { NAMES, type Rules, type Scenario, type World } from './world.ts'

export type Law =
  | 'settled means equal, but for the mapping'
  | 'each comment arrives once, and never twice'
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
    'each comment arrives once, and never twice',
    (world, place) => countsOf(world).some((count) => count > 1) || Boolean(settled[place] && !hasAllComments(world)),
  )
  note('no message is applied twice or out of order', (world) => world.outOfOrder)
  note('a message needs a change by a person or a rule', (world) =>
    NAMES.some((name) => world[name].sent > world[name].causes),
  )
  note('no value of a person is replaced by an echo', (world) => world.overwritten)
  const reaching = reach(next, good)
  note('from everywhere a settled equal state can be reached', (_, place) => !reaching[place])
  return { settled: settled.filter(Boolean).length, broken }
}

const countsOf = (world: World): number[] => NAMES.flatMap((name) => Object.values(world[name].record?.comments ?? {}))

/** Nothing waits to be done; what the net still holds may come late or twice. */
const isQuiet = (world: World, rules: Rules): boolean =>
  (world.left.editsA === 0 || !world.A.record) &&
  (world.left.editsB === 0 || !world.B.record) &&
  NAMES.every((name) => {
    const { pair, notice, record, plan } = world[name]
    if (notice || plan || pair.inbound || (pair.outbound && pair.outbound.phase !== 'held')) return false
    if (hasEnded(pair)) return true
    return !pair.dirty && (!rules.scan || !record || String(record.version) === pair.seenVersion)
  })

function isEqual({ A, B }: World, scenario: Scenario): boolean {
  if (hasEnded(A.pair) || hasEnded(B.pair)) return [A, B].every(({ pair }) => hasEnded(pair) || !isKnownThere(pair))
  if (!A.record || !B.record) return !A.record && !B.record
  const values =
    scenario.lossy === 'A'
      ? [A.record.v, mapped('A', B.record.v, scenario)]
      : [mapped('B', A.record.v, scenario), B.record.v]
  return values[0] === values[1] && A.record.d === B.record.d
}

const hasAllComments = ({ A, B }: World): boolean => {
  if (hasEnded(A.pair) || hasEnded(B.pair)) return true
  const ids = (record: World['A']['record']) =>
    Object.keys(record?.comments ?? {})
      .toSorted()
      .join(' ')
  return ids(A.record) === ids(B.record)
}

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
