import { setTimeout as delay } from 'node:timers/promises'

import { untilBothActive } from '../../../node-bridge/test/faults/handshake/agreement.ts'
import { accept, initiate, type Invited } from '../../../node-bridge/test/faults/handshake/handshake.ts'
import { findBrokenLaws } from '../../../node-bridge/test/faults/handshake/laws.ts'
import type { Pair } from '../../../node-bridge/test/faults/handshake/pair.ts'
import { createKiller } from '../../../node-bridge/test/faults/kills/killer.ts'
import { atMoment, describeMoment } from '../../../node-bridge/test/faults/kills/moment.ts'
import type { Figures } from '../figures.ts'
import { MOMENTS } from './moments.ts'

export interface KillRun {
  readonly title: string
  readonly kills: number
  readonly withinMs: number
}

/** When the moment does not come, the kill comes without it. */
const MOMENT_WITHIN_MS = 3000
/** After the last kill everything has to come to rest; who met a dead source often waits longest, PROTOCOL.md §5.5. */
const REST_WITHIN_MS = 150_000

/**
 * One handshake for each kill, which strikes either side at one moment of it. The next one begins as soon as the dead
 * process is back: the earlier ones come to rest meanwhile, or are struck again.
 */
export async function runKills(pair: Pair, { title, kills, withinMs }: KillRun): Promise<Figures> {
  const startedAt = Date.now()
  const killers = [createKiller(pair.source.bridge), createKiller(pair.destination.bridge)]
  const counts: Record<string, number> = {}
  const invited: Invited[] = []
  const resting: Promise<string | undefined>[] = []
  const timeLeftMs = () => Math.max(0, startedAt + withinMs - Date.now()) + REST_WITHIN_MS

  for (let at = 0; at < kills && Date.now() - startedAt < withinMs; at += 1) {
    const killer = killers[at % 2]
    const moment = MOMENTS[Math.floor(at / 2) % MOMENTS.length]
    if (!killer || !moment) throw new Error('There is nobody to kill')
    const next = await initiate(pair.source)
    invited.push(next)
    const struck = atMoment(pair, moment, next, () => killer.strike(0)).then(() => describeMoment(moment))
    resting.push(comeToRest(pair, next, timeLeftMs()))
    const reached = await Promise.race([struck, delay(MOMENT_WITHIN_MS, undefined)])
    if (reached === undefined) await killer.strike(0)
    const name = reached ?? 'at no moment in particular'
    counts[name] = (counts[name] ?? 0) + 1
    await killer.settled()
  }
  const complaints = (await Promise.all(resting)).flatMap((complaint) => complaint ?? [])
  const done = killers.reduce((sum, killer) => sum + killer.kills(), 0)
  if (done < kills) complaints.push(`only ${done} of ${kills} kills in the time that was given`)
  complaints.push(...(await findBrokenLaws(pair, invited)))
  const rows = { kills: done, ...counts, handshakes: invited.length }
  return { title, rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
}

/** Undefined when both sides became active; otherwise what is wrong. */
async function comeToRest(pair: Pair, invited: Invited, withinMs: number): Promise<string | undefined> {
  try {
    const { id } = await accept(pair.destination, invited.code, withinMs)
    await untilBothActive(pair, { ...invited, destinationConnectionId: id }, withinMs)
    return undefined
  } catch (error) {
    return String(error)
  }
}
