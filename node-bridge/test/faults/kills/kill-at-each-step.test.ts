import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { accept, initiate, type Invited } from '../handshake/handshake.ts'
import { findBrokenLaws } from '../handshake/laws.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { createKiller, type Killer } from './killer.ts'
import { atMoment, describeMoment, type Moment } from './moment.ts'

const VICTIMS = ['source', 'destination'] as const
/** The long run strikes at all of these, at events and at any time, on both databases. */
const MOMENTS: readonly Moment[] = [
  { kind: 'accepting', afterMs: 5 },
  { kind: 'call', call: 'redeem', step: 'arrived' },
  { kind: 'call', call: 'redeem', step: 'answered' },
  { kind: 'call', call: 'confirm', step: 'answered' },
  { kind: 'event', side: 'destination', state: 'active' },
]
const STORIES = VICTIMS.flatMap((victim) => MOMENTS.map((moment) => ({ victim, moment, when: describeMoment(moment) })))

let pair: Pair
let killers: Record<(typeof VICTIMS)[number], Killer>
const agreements: Promise<Invited>[] = []

beforeAll(async () => {
  pair = await startPair()
  killers = { source: createKiller(pair.source.bridge), destination: createKiller(pair.destination.bridge) }
}, 60_000)

afterAll(() => pair.close())

async function agree(invited: Invited): Promise<Invited> {
  const { id } = await accept(pair.destination, invited.code)
  await untilBothActive(pair, { ...invited, destinationConnectionId: id })
  return invited
}

/** A lease of a dead process may have to run out first: the stories go on while the earlier ones come to rest. */
test.each(STORIES)('kill -9 of the $victim when $when', async ({ victim, moment }) => {
  const invited = await initiate(pair.source)
  const struck = atMoment(pair, moment, invited, () => killers[victim].strike())
  const agreement = agree(invited)
  agreement.catch(() => undefined)
  agreements.push(agreement)
  await struck
  await killers[victim].settled()
  expect(pair[victim].bridge.isRunning()).toBe(true)
})

test('every handshake came to rest with both sides active, and no law is broken', async () => {
  const invited = await Promise.all(agreements)
  expect(invited).toHaveLength(STORIES.length)
  expect([killers.source.kills(), killers.destination.kills()]).toEqual([MOMENTS.length, MOMENTS.length])
  expect(await findBrokenLaws(pair, invited)).toEqual([])
}, 90_000)
