import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { shakeHands, type Invited } from '../handshake/handshake.ts'
import { findBrokenLaws } from '../handshake/laws.ts'
import { stealConnectionKey } from '../hostile/connection-key.ts'
import { goodCall, signCall } from '../hostile/forge.ts'
import { send } from '../hostile/send.ts'
import { PASS } from '../network/fault.ts'
import { startReplicatedPair, type ReplicatedPair } from './replicated-pair.ts'

let pair: ReplicatedPair
const invited: Invited[] = []

beforeAll(async () => {
  pair = await startReplicatedPair()
}, 60_000)

afterAll(() => pair.close())

async function shake() {
  const handshake = await shakeHands(pair)
  await untilBothActive(pair, handshake)
  invited.push(handshake)
  return handshake
}

test('handshakes whose calls reach two processes in turn, each call twice, end as with one', async () => {
  pair.source.proxy.follow(() => ({ kind: 'duplicate', answerWith: 'first' }))
  await Promise.all(Array.from({ length: 6 }, shake))
  pair.source.proxy.follow(() => PASS)
  expect(await findBrokenLaws(pair, invited)).toEqual([])
}, 60_000)

test('a signed call that is sent to both processes at once is taken by one of them, once', async () => {
  const { sourceConnectionId, destinationConnectionId } = await shake()
  const key = stealConnectionKey(pair.destination, destinationConnectionId)
  const call = `/node/v1/connections/${sourceConnectionId}/confirm`
  const from = { iss: pair.destination.instanceUid, aud: pair.source.instanceUid, connectionId: sourceConnectionId }
  const authorization = `Accord ${signCall(goodCall({ key, ...from, htu: pair.source.proxy.url + call }))}`
  const received = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      send((pair.replicas[at % 2] ?? pair.replicas[0]).url + call, { headers: { authorization }, body: '{}' }),
    ),
  )
  expect(received.map(({ code, status }) => code ?? status).toSorted()).toEqual([
    200,
    ...Array.from({ length: 9 }, () => 'request_replayed'),
  ])
})

test('a replica that dies for good takes nothing with it: the other one finishes what it had begun', async () => {
  const [survivor, victim] = pair.replicas
  pair.source.proxy.onStep(async (step, { path }) => {
    if (step === 'answered' && path.endsWith('/redeem')) await victim.kill()
  })
  const begun = [shake(), shake(), shake()]
  pair.source.proxy.leadTo(() => (victim.isRunning() ? victim.url : survivor.url))
  await Promise.all(begun)
  expect(victim.isRunning()).toBe(false)
  expect(await findBrokenLaws(pair, invited)).toEqual([])
}, 90_000)
