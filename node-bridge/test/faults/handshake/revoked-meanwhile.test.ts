import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { RefusedCall } from '../company/bridge-client.ts'
import { eventually } from '../company/eventually.ts'
import { EACH_FAULT, PASS, type Fault } from '../network/fault.ts'
import { untilState } from './agreement.ts'
import { accept, initiate, read } from './handshake.ts'
import { findBrokenLaws } from './laws.ts'
import { startPair, type Pair } from './pair.ts'

/** How both sides may have ended, and nothing in between. */
const ENDINGS = ['active and active', 'revoked and failed (invitation_revoked)']
/** The last one is too late on any machine: both sides are active. */
const REVOKED_AFTER_MS = [0, 5, 15, 40, 80, 200, 600, Infinity]

let pair: Pair
const faults = new Map<string, Fault>()

beforeAll(async () => {
  pair = await startPair()
  pair.source.proxy.follow(({ path, turn }) => (turn === 0 ? (faults.get(path) ?? PASS) : PASS))
}, 60_000)

afterAll(() => pair.close())

/** True when the revocation was taken; too late is too late. */
async function revoke(connectionId: string): Promise<boolean> {
  try {
    await pair.source.client.call('revokeInvitation', { params: { connectionId }, body: { actor: 'admin' } })
    return true
  } catch (error) {
    if (error instanceof RefusedCall && error.problem.code === 'state_conflict') return false
    throw error
  }
}

async function play(afterMs: number, fault: Fault) {
  const invited = await initiate(pair.source)
  faults.set(`/node/v1/invitations/${invited.invitationId}/redeem`, fault)
  const accepting = accept(pair.destination, invited.code)
  if (afterMs === Infinity) await untilState(pair.source, invited.sourceConnectionId, 'active')
  else await delay(afterMs)
  const wasRevoked = await revoke(invited.sourceConnectionId)
  const { id } = await accepting
  const ending = await eventually(`revoked after ${afterMs} ms, the sides come to rest`, async () => {
    const [a, b] = await Promise.all([read(pair.source, invited.sourceConnectionId), read(pair.destination, id)])
    const reason = b.state === 'failed' ? ` (${b.stateReason?.code})` : ''
    return ['pending', 'redeeming'].some((state) => [a.state, b.state].includes(state))
      ? undefined
      : `${a.state} and ${b.state}${reason}`
  })
  return { invited, wasRevoked, ending }
}

test('a code that is revoked while it is being accepted, over a network that loses: both sides end alike', async () => {
  const stories = REVOKED_AFTER_MS.flatMap((afterMs) =>
    [PASS, EACH_FAULT['drop-before'], EACH_FAULT['drop-answer']].map((fault) => play(afterMs, fault)),
  )
  const played = await Promise.all(stories)
  for (const { wasRevoked, ending } of played) expect(ending).toBe(ENDINGS[wasRevoked ? 1 : 0])
  expect(new Set(played.map(({ wasRevoked }) => wasRevoked)).size).toBe(2)
  expect(
    await findBrokenLaws(
      pair,
      played.map(({ invited }) => invited),
    ),
  ).toEqual([])
}, 60_000)
