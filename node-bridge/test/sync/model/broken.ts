import { explore } from './explore.ts'
import { findBroken } from './laws.ts'
import { type Budget, DESIGN, type Rules, type Scenario } from './world.ts'

const NOTHING: Budget = {
  editsA: 0,
  editsB: 0,
  editsC: 0,
  files: 0,
  lostNotices: 0,
  crashes: 0,
  restores: 0,
  deletes: 0,
  unlinks: 0,
  holds: 0,
}
export const budget = (some: Partial<Budget>): Budget => ({ ...NOTHING, ...some })

/** The laws that break, each with the shortest story that breaks it. */
export function broken(scenario: Scenario, rules: Partial<Rules> = {}, cut?: number) {
  const all = { ...DESIGN, ...rules }
  const explored = explore(all, scenario, cut)
  const { settled, broken: laws } = findBroken(explored, all, scenario)
  const stories = Object.fromEntries([...laws].map(([law, place]) => [law, explored.traceTo(place).join('\n')]))
  return { worlds: explored.worlds.length, settled, stories }
}
