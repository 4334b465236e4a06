import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { EACH_FAULT, PASS, SLEEPING_PAGE, type Fault } from '../network/fault.ts'
import { untilBothActive } from './agreement.ts'
import { accept, initiate, type Invited } from './handshake.ts'
import { findBrokenLaws } from './laws.ts'
import { startPair, type Pair } from './pair.ts'

const SIDES = ['redeem', 'confirm'] as const
const FAULTS: Readonly<Record<string, Fault>> = {
  ...EACH_FAULT,
  'page of a firewall': { kind: 'garbage', status: 403, body: SLEEPING_PAGE, forward: false },
  'page of a gateway that has lost its way': { kind: 'garbage', status: 404, body: SLEEPING_PAGE, forward: true },
}
const STORIES = SIDES.flatMap((call) =>
  Object.entries(FAULTS).map(([kind, fault]) => ({ title: `${call}: ${kind}`, call, fault })),
)

let pair: Pair
const played = new Map<string, Promise<Invited>>()

/** All stories run at once on one pair: what is proven is that each of them heals, among others that break as well. */
beforeAll(async () => {
  pair = await startPair()
  const faults = new Map<string, Fault>()
  pair.source.proxy.follow(({ path, turn }) => (turn === 0 ? (faults.get(path) ?? PASS) : PASS))
  for (const { title, call, fault } of STORIES) played.set(title, play(call, fault, faults))
  await Promise.allSettled(played.values())
}, 60_000)

afterAll(() => pair.close())

async function play(call: 'redeem' | 'confirm', fault: Fault, faults: Map<string, Fault>): Promise<Invited> {
  const invited = await initiate(pair.source)
  faults.set(
    call === 'redeem'
      ? `/node/v1/invitations/${invited.invitationId}/redeem`
      : `/node/v1/connections/${invited.sourceConnectionId}/confirm`,
    fault,
  )
  const { id } = await accept(pair.destination, invited.code)
  await untilBothActive(pair, { ...invited, destinationConnectionId: id })
  return invited
}

test.each(STORIES)('a handshake heals from a fault of $title, both sides become active', async ({ title }) => {
  await expect(played.get(title)).resolves.toBeDefined()
})

test.each(STORIES)('the fault really struck: $title', async ({ title, call, fault }) => {
  const { invitationId, sourceConnectionId } = (await played.get(title)) ?? {}
  const id = call === 'redeem' ? invitationId : sourceConnectionId
  const struck = pair.source.proxy.seen.filter(({ path }) => path.includes(`${id}/${call}`))
  expect(struck[0]?.fault).toBe(fault.kind)
})

describe('afterwards', () => {
  test('no law is broken: one holder each, keys that fit, nothing acknowledged lost', async () => {
    expect(await findBrokenLaws(pair, await Promise.all(played.values()))).toEqual([])
  })

  test('a second paste of a code returns the connection that it made', async () => {
    const [invited] = await Promise.all(played.values())
    const again = await accept(pair.destination, invited?.code ?? '')
    expect([again.state, again.invitation?.id]).toEqual(['active', invited?.invitationId])
  })
})
