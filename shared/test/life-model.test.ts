import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DESTINATION_TRANSITIONS, isPausing, SOURCE_TRANSITIONS } from '@accord/shared/protocol'

import {
  arrive,
  call,
  decide,
  ENDS,
  ESTABLISHED,
  ACKNOWLEDGE_LAST,
  isOver,
  type Life,
  type LifeRules,
  OURS_ACKNOWLEDGE,
  otherOf,
} from './model/life.ts'

const OURS: LifeRules = {
  tables: { source: SOURCE_TRANSITIONS, destination: DESTINATION_TRANSITIONS },
  acknowledge: OURS_ACKNOWLEDGE,
}

type Step = (life: Life, rules: LifeRules) => Life

const anEnd = fc.constantFrom(...ENDS)
const aPlace = fc.nat(5)
const named = (name: string, step: Step) => Object.assign(step, { toString: () => name })

const decisions = (all: readonly ('deactivate' | 'activate' | 'delete')[]) =>
  fc
    .tuple(anEnd, fc.constantFrom(...all))
    .map(([end, decision]) => named(`${end} ${decision}`, (life, rules) => decide(life, end, decision, rules)))
const calls = anEnd.map((end) => named(`${end} calls`, (life) => call(life, end)))
const arrivals = fc
  .tuple(aPlace, fc.boolean())
  .map(([at, stays]) => named(`${at} arrives, ${stays}`, (life, rules) => arrive(life, at, stays, rules)))
const losses = aPlace.map((at) =>
  named(`${at} is lost`, (life) => ({ ...life, messages: life.messages.filter((_, place) => place !== at) })),
)
/** A backup of this end comes back: its counts, and what they say, are those of the beginning. */
const restores = anEnd.map((end) =>
  named(`${end} is restored`, (life) => (isOver(life[end]) ? life : { ...life, [end]: ESTABLISHED[end] })),
)

const network = [calls, arrivals, losses]
const pausing = fc.array(fc.oneof(decisions(['deactivate', 'activate']), ...network), { maxLength: 40 })
const living = fc.array(fc.oneof(decisions(['deactivate', 'activate', 'delete']), ...network), { maxLength: 40 })
const restoring = fc.array(fc.oneof(decisions(['deactivate', 'activate']), restores, ...network), { maxLength: 40 })

const live = (steps: readonly Step[], rules: LifeRules): Life =>
  steps.reduce((life, step) => step(life, rules), ESTABLISHED)

/** The network is whole again: some rounds of what happens by itself. What was on its way may arrive before, or never. */
function heal(life: Life, rules: LifeRules): Life {
  let healed: Life = { ...life, messages: [] }
  for (let round = 0; round < 4; round++) {
    for (const end of ENDS) healed = call(healed, end)
    while (healed.messages.length > 0) healed = arrive(healed, 0, false, rules)
  }
  return healed
}

/** The contacts that were on their way in `before` arrive after all. */
function deliverLate(healed: Life, before: Life, rules: LifeRules): Life {
  let late: Life = { ...healed, messages: before.messages.filter(({ kind }) => kind === 'contact') }
  for (const _ of late.messages) late = arrive(late, 0, false, rules)
  return late
}

/** What each state says of this side's pause, and of the other's. */
const SAYS: Readonly<Record<string, readonly [boolean, boolean]>> = {
  active: [false, false],
  deactivated: [true, false],
  deactivated_by_peer: [false, true],
  deactivated_by_both: [true, true],
}

const ownsItsPause = (life: Life): boolean =>
  ENDS.every((end) => SAYS[life[end].state]?.[0] === isPausing(life[end].pauses))

function isAgreed(life: Life): boolean {
  if (ENDS.some((end) => isOver(life[end])))
    return ENDS.every((end) => ['terminated', 'terminated_by_peer'].includes(life[end].state))
  return ENDS.every((end) => {
    const [ours, theirs] = SAYS[life[end].state] ?? []
    const sent = isPausing(life[end].pauses)
    return ours === sent && theirs === isPausing(life[otherOf(end)].pauses)
  })
}

const holds = (steps: fc.Arbitrary<Step[]>, law: (life: Life) => boolean, rules: LifeRules = OURS) =>
  fc.check(
    fc.property(steps, (all) => law(live(all, rules))),
    { numRuns: 5000 },
  )

describe('whatever the network does and whoever pauses, resumes or deletes', () => {
  test('both sides agree again by themselves once calls come through', () => {
    expect(holds(living, (life) => isAgreed(heal(life, OURS))).failed).toBe(false)
  })

  test('what was on its way and comes too late changes nothing after they have agreed', () => {
    const lateChangesNothing = (life: Life): boolean => {
      const healed = heal(life, OURS)
      const settled = deliverLate(healed, life, OURS)
      return ENDS.every((end) => settled[end].state === healed[end].state)
    }
    expect(holds(living, lateChangesNothing).failed).toBe(false)
  })

  test('nobody resumes for the other: a side pauses exactly while its own count says so', () => {
    expect(holds(pausing, ownsItsPause).failed).toBe(false)
  })

  test('a side that lost its counts with a backup is believed again', () => {
    expect(holds(restoring, (life) => isAgreed(heal(life, OURS))).failed).toBe(false)
  })
})

/** As if a pause were one switch that both sides share. */
const sharedPause = (table: LifeRules['tables']['source']) => ({
  ...table,
  active: { ...table['active'], peerDeactivated: 'deactivated' },
  deactivated: { ...table['deactivated'], peerActivated: 'active' },
})

describe('the laws are no ornament: without its rule the pause breaks', () => {
  test('who believes the last message is misled by a late one', () => {
    const rules = { ...OURS, acknowledge: ACKNOWLEDGE_LAST }
    const misled = (life: Life): boolean => isAgreed(deliverLate(heal(life, rules), life, rules))
    expect(holds(pausing, misled, rules).failed).toBe(true)
  })

  test('without what the other has acknowledged, a restored side is ignored for long', () => {
    const deaf = {
      ...OURS,
      acknowledge: (known, sent) => OURS_ACKNOWLEDGE(known, { ...sent, acknowledged: 0 }),
    } satisfies LifeRules
    expect(holds(restoring, (life) => isAgreed(heal(life, deaf)), deaf).failed).toBe(true)
  })

  test('one pause for both: whoever resumes ends the other side’s pause as well', () => {
    const rules = {
      ...OURS,
      tables: { source: sharedPause(SOURCE_TRANSITIONS), destination: sharedPause(DESTINATION_TRANSITIONS) },
    }
    expect(holds(pausing, (life) => isAgreed(heal(life, rules)), rules).failed).toBe(true)
  })

  test('a deletion that is not sent again leaves the other side active', () => {
    const { peerTerminated: _deaf, ...active } = DESTINATION_TRANSITIONS.active
    const rules = { ...OURS, tables: { ...OURS.tables, destination: { ...DESTINATION_TRANSITIONS, active } } }
    expect(holds(living, (life) => isAgreed(heal(life, rules)), rules).failed).toBe(true)
  })
})
