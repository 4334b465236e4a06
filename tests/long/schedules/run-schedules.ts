import { untilBothActive } from '../../../node-bridge/test/faults/handshake/agreement.ts'
import { accept, initiate, type Invited } from '../../../node-bridge/test/faults/handshake/handshake.ts'
import { findBrokenLaws } from '../../../node-bridge/test/faults/handshake/laws.ts'
import type { Pair } from '../../../node-bridge/test/faults/handshake/pair.ts'
import { PASS, type Fault } from '../../../node-bridge/test/faults/network/fault.ts'
import { drawFaults } from '../../../node-bridge/test/faults/network/script.ts'
import type { Figures } from '../figures.ts'
import { keepInFlight } from '../in-flight.ts'

export interface ScheduleRun {
  readonly title: string
  readonly schedules: number
  readonly withinMs: number
  readonly seed: string
}

const IN_FLIGHT = 64
const REST_WITHIN_MS = 120_000

/** One handshake for each schedule: up to three faults on its redeem and up to three on its confirm. */
export async function runSchedules(pair: Pair, { title, schedules, withinMs, seed }: ScheduleRun): Promise<Figures> {
  const startedAt = Date.now()
  const plans = new Map<string, readonly Fault[]>()
  const invited: Invited[] = []
  pair.source.proxy.follow(({ path, turn }) => plans.get(path)?.[turn] ?? PASS)
  const goOn = (next: number) => next < schedules && Date.now() - startedAt < withinMs
  const complaints = await keepInFlight(IN_FLIGHT, goOn, async (index) => {
    const next = await initiate(pair.source)
    plans.set(`/node/v1/invitations/${next.invitationId}/redeem`, drawFaults(`${seed} redeem ${index}`, index % 4))
    plans.set(
      `/node/v1/connections/${next.sourceConnectionId}/confirm`,
      drawFaults(`${seed} confirm ${index}`, Math.floor(index / 4) % 4),
    )
    const { id } = await accept(pair.destination, next.code, REST_WITHIN_MS)
    invited.push(next)
    await untilBothActive(pair, { ...next, destinationConnectionId: id }, REST_WITHIN_MS)
  })
  if (invited.length < schedules) complaints.push(`only ${invited.length} of ${schedules} schedules in the time given`)
  complaints.push(...(await findBrokenLaws(pair, invited)))
  const rows = { schedules: invited.length, ...countFaults(pair) }
  return { title: `${title} (seed ${seed})`, rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
}

function countFaults({ source }: Pair): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { fault } of source.proxy.seen) counts[fault] = (counts[fault] ?? 0) + 1
  return counts
}
