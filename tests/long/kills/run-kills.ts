import { setTimeout as delay } from 'node:timers/promises'

import { untilBothActive } from '../../../node-bridge/test/faults/handshake/agreement.ts'
import { accept, initiate, type Invited } from '../../../node-bridge/test/faults/handshake/handshake.ts'
import { findBrokenLaws } from '../../../node-bridge/test/faults/handshake/laws.ts'
import type { Pair } from '../../../node-bridge/test/faults/handshake/pair.ts'
import { randomFrom } from '../../../node-bridge/test/faults/network/random.ts'
import type { Figures } from '../figures.ts'
import { keepInFlight } from '../in-flight.ts'
import { startAssassin } from './assassin.ts'

export interface KillRun {
  readonly title: string
  readonly kills: number
  readonly withinMs: number
  readonly seed: string
}

const IN_FLIGHT = 6
/** A handshake may lose its process many times before it comes to rest. */
const REST_WITHIN_MS = 180_000

/** Handshakes without end while both bridges are killed, until the kills are done; then everything has to come to rest. */
export async function runKills(pair: Pair, { title, kills, withinMs, seed }: KillRun): Promise<Figures> {
  const startedAt = Date.now()
  const invited: Invited[] = []
  const assassin = startAssassin(pair, randomFrom(seed))
  const goOn = () => assassin.kills() < kills && Date.now() - startedAt < withinMs
  const enough = async () => {
    while (goOn()) await delay(50)
    await assassin.stop()
  }
  const shake = async () => {
    const next = await initiate(pair.source)
    const { id } = await accept(pair.destination, next.code, REST_WITHIN_MS)
    invited.push(next)
    await untilBothActive(pair, { ...next, destinationConnectionId: id }, REST_WITHIN_MS)
  }
  const [complaints] = await Promise.all([keepInFlight(IN_FLIGHT, goOn, shake), enough()])
  if (assassin.kills() < kills) complaints.push(`only ${assassin.kills()} of ${kills} kills in the time that was given`)
  complaints.push(...(await findBrokenLaws(pair, invited)))
  const rows = { kills: assassin.kills(), ...assassin.moments(), handshakes: invited.length }
  return { title: `${title} (seed ${seed})`, rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
}
