import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../company/eventually.ts'
import { untilBothActive } from '../handshake/agreement.ts'
import { accept, type Invited, read, shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair, type Party } from '../handshake/pair.ts'
import { createKiller, type Killer } from './killer.ts'
import { atMoment, describeMoment, type Moment } from './moment.ts'

const VICTIMS = ['source', 'destination'] as const
const MOMENTS: readonly Moment[] = [
  { kind: 'accepting', afterMs: 5 },
  { kind: 'call', call: 'redeem', step: 'arrived' },
  { kind: 'call', call: 'redeem', step: 'answered' },
  { kind: 'call', call: 'confirm', step: 'arrived' },
  { kind: 'call', call: 'confirm', step: 'answered' },
]
const STORIES = VICTIMS.flatMap((victim) => MOMENTS.map((moment) => ({ victim, moment, when: describeMoment(moment) })))
const WITHIN = { withinMs: 60_000 }

interface Renewed extends Invited {
  readonly destinationConnectionId: string
}

let pair: Pair
let killers: Record<(typeof VICTIMS)[number], Killer>
const renewals: Promise<Renewed>[] = []

beforeAll(async () => {
  pair = await startPair()
  killers = { source: createKiller(pair.source.bridge), destination: createKiller(pair.destination.bridge) }
}, 60_000)

afterAll(() => pair.close())

/** A connection that works, and a code that renews its keys. */
async function issue(): Promise<Renewed> {
  const made = await shakeHands(pair)
  await untilBothActive(pair, made)
  const params = { connectionId: made.sourceConnectionId }
  const { code } = await pair.source.client.call('issueRekeyCode', { params, body: { actor: 'admin' } })
  const payload = Buffer.from(code.split('.')[1] ?? '', 'base64url').toString()
  const { jti: invitationId } = JSON.parse(payload) as { jti: string }
  return { ...made, code, invitationId }
}

const eventsOf = async (party: Party, connectionId: string): Promise<string[]> =>
  (await party.client.call('readConnection', { params: { connectionId } })).log.map(({ event }) => event)

async function renew(renewed: Renewed): Promise<Renewed> {
  await accept(pair.destination, renewed.code)
  await eventually(
    'the keys are renewed',
    async () => (await eventsOf(pair.destination, renewed.destinationConnectionId)).includes('rekeyed') || undefined,
    WITHIN,
  )
  return renewed
}

/** A lease of a dead process may have to run out first: the stories go on while the earlier ones come to rest. */
test.each(STORIES)(
  'kill -9 of the $victim while keys are renewed, when $when',
  async ({ victim, moment }) => {
    const renewed = await issue()
    const struck = atMoment(pair, moment, renewed, () => killers[victim].strike())
    const renewal = renew(renewed)
    renewal.catch(() => undefined)
    renewals.push(renewal)
    await struck
    await killers[victim].settled()
    expect(pair[victim].bridge.isRunning()).toBe(true)
  },
  60_000,
)

test('every renewal came to rest once, with keys by which each side believes the other', async () => {
  const renewed = await Promise.all(renewals)
  expect(renewed).toHaveLength(STORIES.length)
  for (const { sourceConnectionId, destinationConnectionId } of renewed) {
    const change = { params: { connectionId: sourceConnectionId }, body: { actor: 'admin' } }
    await pair.source.client.call('deactivateConnection', change)
    await eventually(
      'the other side believes the pause',
      async () => (await read(pair.destination, destinationConnectionId)).state === 'deactivated_by_peer' || undefined,
      WITHIN,
    )
    const events = [
      ...(await eventsOf(pair.source, sourceConnectionId)),
      ...(await eventsOf(pair.destination, destinationConnectionId)),
    ]
    expect(events.filter((event) => event === 'rekeyRedeemed' || event === 'rekeyed')).toHaveLength(2)
    expect(events).not.toContain('rekeyRefused')
  }
}, 120_000)
