import { markDirty, noteScanned, unlinkPair } from '../../../src/sync/pairs/change-pair.ts'
import { hasEnded, isDue } from '../../../src/sync/pairs/pair-state.ts'
import { derive, execute, withRecord } from './instance.ts'
import { conclude, concludeWithoutPlan, letterTo, look, plan, post, put, restore } from './node.ts'
import { deliver } from './receive.ts'
import {
  type Letter,
  type Name,
  NAMES,
  otherOf,
  type Rules,
  type Scenario,
  type SideState,
  type World,
} from './world.ts'

export interface Step {
  readonly name: string
  readonly next: World
}

/** Everything that can happen next. */
export function stepsFrom(world: World, rules: Rules, scenario: Scenario): Step[] {
  const steps: Step[] = []
  const step = (name: string, next: World) => {
    if (next !== world) steps.push({ name, next })
  }
  for (const name of NAMES) {
    const side = world[name]
    people(world, name, scenario, step)
    if (side.notice) step(`notice of ${name}`, put(world, name, { ...side, notice: false, pair: markDirty(side.pair) }))
    if (
      rules.scan &&
      side.record &&
      !side.pair.dirty &&
      !hasEnded(side.pair) &&
      String(side.record.version) !== side.pair.seenVersion
    )
      step(`scan of ${name}`, put(world, name, { ...side, pair: noteScanned(side.pair, String(side.record.version)) }))
    if (rules.scan && !side.record && !side.pair.dirty && !hasEnded(side.pair) && side.pair.state !== 'starting')
      step(`scan of ${name} misses the record`, put(world, name, { ...side, pair: markDirty(side.pair) }))
    if (isDue(side.pair)) step(`${name} looks`, look(world, name))
    if (side.outText !== null) step(`${name} sends`, post(world, side.outText))
    applying(world, name, side, rules, scenario, step)
    if (world.left.restores > 0 && name === scenario.restored) {
      const left = { ...world.left, restores: world.left.restores - 1 }
      step(`${name} is restored`, { ...restore(world, name, rules, scenario), left })
    }
  }
  for (const text of world.net) {
    step(text, deliver(world, letterOf(text), rules))
  }
  return steps
}

const letters = new Map<string, Letter>()

function letterOf(text: string): Letter {
  const letter = letters.get(text) ?? (JSON.parse(text) as Letter)
  letters.set(text, letter)
  return letter
}

type Note = (name: string, next: World) => void

function people(world: World, name: Name, scenario: Scenario, step: Note): void {
  const side = world[name]
  const { left } = world
  const key = name === 'A' ? 'editsA' : 'editsB'
  if (!side.record) return
  if (left[key] > 0) {
    const edited = edit(side, name, scenario, left[key])
    step(`edit at ${name}`, { ...put(world, name, edited), left: { ...left, [key]: left[key] - 1 } })
    if (left.lostNotices > 0) {
      const unseen = { ...edited, notice: side.notice }
      const rest = { ...left, [key]: left[key] - 1, lostNotices: left.lostNotices - 1 }
      step(`edit at ${name}, its notice is lost`, { ...put(world, name, unseen), left: rest })
    }
  }
  if (left.deletes > 0) {
    const gone = { ...side, record: null, notice: true, causes: side.causes + 1 }
    step(`delete at ${name}`, { ...put(world, name, gone), left: { ...left, deletes: left.deletes - 1 } })
  }
  if (left.unlinks > 0 && !hasEnded(side.pair)) {
    const { pair, message } = unlinkPair(side.pair, `${name}${side.sent + 1}`)
    const next = {
      ...side,
      pair,
      inText: null,
      outText: message ? letterTo(otherOf(name), message) : null,
      sent: side.sent + 1,
      causes: side.causes + 1,
    }
    step(`unlink at ${name}`, { ...put(world, name, next), left: { ...left, unlinks: left.unlinks - 1 } })
  }
}

/** Who knows two values only goes from one to the other. */
function valueOf(name: Name, now: number, left: number, { lossy }: Scenario): number {
  if (lossy === name) return now === 0 ? 1 : 0
  return name === 'A' ? 3 - left : 4 - left
}

/** Each edit sets another value and adds an entry to the journal. */
function edit(side: SideState, name: Name, scenario: Scenario, left: number): SideState {
  const { record } = side
  if (!record) return side
  const id = `${name}:${left}`
  const v = valueOf(name, record.v, left, scenario)
  const changed = { ...record, v, comments: { ...record.comments, [id]: 1 }, version: record.version + 1 }
  const next = derive(name, changed, scenario)
  return withRecord({ ...side, causes: side.causes + 1 }, next, next.d !== changed.d)
}

function applying(world: World, name: Name, side: SideState, rules: Rules, scenario: Scenario, step: Note): void {
  const { inbound } = side.pair
  if (inbound) step(`${name} concludes without a plan`, concludeWithoutPlan(world, name, rules))
  const isOpen = inbound?.phase === 'waiting' || (inbound?.phase === 'planned' && side.plan?.state === 'contended')
  if (isOpen && inbound.kind === 'state') {
    const next = plan(world, name, rules, scenario)
    step(`${name} plans`, scenario.atOnce ? finishAtOnce(next, name, rules, scenario) : next)
  }
  if (side.plan?.state === 'open') {
    step(`${name} writes`, written(world, name, execute(name, side, side.plan, false, rules, scenario), scenario))
    if (world.left.crashes > 0 && side.plan.onVersion === (side.record?.version ?? -1)) {
      const died = written(world, name, execute(name, side, side.plan, true, rules, scenario), scenario)
      step(`${name} writes and dies`, { ...died, left: { ...world.left, crashes: world.left.crashes - 1 } })
    }
  }
  step(`${name} concludes`, conclude(world, name, rules))
}

function finishAtOnce(world: World, name: Name, rules: Rules, scenario: Scenario): World {
  const side = world[name]
  if (!side.plan) return world
  return conclude(written(world, name, execute(name, side, side.plan, false, rules, scenario), scenario), name, rules)
}

/** While only people of one side edit, nothing may write over what they typed. */
function written(world: World, name: Name, side: SideState, { budget }: Scenario): World {
  const isAlone = budget[name === 'A' ? 'editsB' : 'editsA'] === 0
  const isReplaced = isAlone && side.record?.v !== world[name].record?.v
  return { ...put(world, name, side), overwritten: world.overwritten || isReplaced }
}
