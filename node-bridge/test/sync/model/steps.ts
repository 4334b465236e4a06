import { markDirty, noteScanned, unlinkPair } from '../../../src/sync/pairs/change-pair.ts'
import { has } from '../../../src/sync/pairs/hashes.ts'
import { hasEnded, isDue } from '../../../src/sync/pairs/pair-state.ts'
import { hold, letGo } from './hold.ts'
import { derive, execute, withRecord } from './instance.ts'
import { conclude, concludeWithoutPlan, deleteToo, letterTo, look, plan, post, put, restore } from './node.ts'
import { deliver } from './receive.ts'
import {
  type Letter,
  type Name,
  otherOf,
  type Rules,
  type Scenario,
  type SideState,
  SITES,
  siteOf,
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
  for (const name of world.names) {
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
    if (isDue(side.pair)) step(`${name} looks`, look(world, name, rules))
    if (side.outText !== null) step(`${name} sends`, post(world, side.outText))
    applying(world, name, side, rules, scenario, step)
    carrying(world, name, rules, step)
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
  const key = `edits${siteOf(name)}` as const
  if (!side.record) return
  // People are at the instance, whichever of its pairs one looks at.
  const isFirst = name === siteOf(name)
  if (isFirst && left[key] > 0) {
    const edited = edit(side, name, scenario, left[key])
    step(`edit at ${name}`, { ...put(world, name, edited), left: { ...left, [key]: left[key] - 1 } })
    if (left.lostNotices > 0) {
      const unseen = { ...edited, notice: side.notice }
      const rest = { ...left, [key]: left[key] - 1, lostNotices: left.lostNotices - 1 }
      step(`edit at ${name}, its notice is lost`, { ...put(world, name, unseen), left: rest })
    }
  }
  if (name === 'A' && left.files > 0) {
    const filed = { ...put(world, name, attachOrRemove(side)), left: { ...left, files: left.files - 1 } }
    step('a file of A comes or goes', filed)
  }
  if (isFirst && left.deletes > 0) {
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
function valueOf(name: Name, now: number, left: number, { lossy, alike }: Scenario): number {
  if (lossy === name) return now === 0 ? 1 : 0
  if (alike) return 3 - left
  return { A: 3, B: 4, C: 5 }[siteOf(name)] - left
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

const FILE = 'A:f'

function attachOrRemove(side: SideState): SideState {
  if (!side.record) return side
  const files = has(side.record.files, FILE) ? {} : { [FILE]: 1 }
  return withRecord(
    { ...side, causes: side.causes + 1 },
    { ...side.record, files, version: side.record.version + 1 },
    false,
  )
}

/** Files follow by themselves, one by one. `dies`: after the record, and before anybody knows. */
function carrying(world: World, name: Name, rules: Rules, step: Note): void {
  const side = world[name]
  const { record, carried, effects } = side
  if (!record) return
  for (const id of carried.wanted) {
    const isThere = rules.effect && has(record.files, id)
    const files = isThere ? record.files : { ...record.files, [id]: (record.files[id] ?? 0) + 1 }
    const there = isThere ? side : withFiles(side, files)
    const known = [...new Set([...effects, id])].toSorted()
    const wanted = carried.wanted.filter((other) => other !== id)
    step(`${name} fetches ${id}`, put(world, name, { ...there, effects: known, carried: { ...carried, wanted } }))
    if (world.left.crashes > 0) {
      const left = { ...world.left, crashes: world.left.crashes - 1 }
      step(`${name} fetches ${id} and dies`, { ...put(world, name, there), left })
    }
  }
  for (const id of carried.unwanted) {
    const { [id]: gone, ...files } = record.files
    const without = gone === undefined ? side : withFiles(side, files)
    const unwanted = carried.unwanted.filter((other) => other !== id)
    const known = effects.filter((effect) => effect !== id)
    step(`${name} removes ${id}`, put(world, name, { ...without, effects: known, carried: { ...carried, unwanted } }))
  }
}

function withFiles(side: SideState, files: Readonly<Record<string, number>>): SideState {
  return side.record ? withRecord(side, { ...side.record, files, version: side.record.version + 1 }, false) : side
}

function applying(world: World, name: Name, side: SideState, rules: Rules, scenario: Scenario, step: Note): void {
  const { inbound } = side.pair
  step(`${name} holds the message`, hold(world, name, rules))
  step(`${name} lets the message go on`, letGo(world, name))
  if (inbound && inbound.phase !== 'quarantined') ending(world, name, rules, scenario, step)
  const isOpen = inbound?.phase === 'waiting' || (inbound?.phase === 'planned' && side.plan?.state === 'contended')
  if (isOpen && (inbound.kind === 'state' || inbound.kind === 'link')) {
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

/** What needs no plan for fields; where rules want that, the record goes with the one of the other side. */
function ending(world: World, name: Name, rules: Rules, { follows = false }: Scenario, step: Note): void {
  if (!follows || !world[name].record)
    return step(`${name} concludes without a plan`, concludeWithoutPlan(world, name, rules))
  step(`${name} deletes its record, too`, deleteToo(world, name, rules, false))
  if (world.left.crashes === 0) return
  const died = deleteToo(world, name, rules, true)
  if (died === world) return
  step(`${name} deletes its record and dies`, { ...died, left: { ...world.left, crashes: world.left.crashes - 1 } })
}

function finishAtOnce(world: World, name: Name, rules: Rules, scenario: Scenario): World {
  const side = world[name]
  if (!side.plan) return world
  return conclude(written(world, name, execute(name, side, side.plan, false, rules, scenario), scenario), name, rules)
}

/** While only people of one side edit, nothing may write over what they typed. */
function written(world: World, name: Name, side: SideState, { budget }: Scenario): World {
  const isAlone = SITES.every((site) => site === siteOf(name) || budget[`edits${site}`] === 0)
  const isReplaced = isAlone && side.record?.v !== world[name].record?.v
  return { ...put(world, name, side), overwritten: world.overwritten || isReplaced }
}
