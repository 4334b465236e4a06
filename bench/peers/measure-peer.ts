import { setTimeout as delay } from 'node:timers/promises'

import { eachInFlight } from '../load/in-flight.ts'
import { quantile } from '../result/statistics.ts'
import { expectedDetails, type IncidentChange, type Peer } from './peer.ts'
import { startTarget } from './target.ts'

export interface PeerRound {
  readonly perSecond: number
  readonly cpuMsEach: number
  readonly p50: number
}

export interface PeerRun {
  readonly rounds: readonly PeerRound[]
  readonly residentMb: number
}

export interface PeerLoad {
  readonly records: number
  readonly changes: number
  readonly inFlight: number
  readonly rounds: number
}

const STARTED_WITHIN_MS = 120_000
const COMMENT = [{ author: 'Ann Author', body: 'It is still down, and people ask.' }]

async function post(url: string, change: IncidentChange): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(change) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`A peer answered ${answer.status}: ${text.slice(0, 300)}`)
}

/** What it answers before its flows are loaded is a refusal that passes. */
async function postFirst(url: string, change: IncidentChange): Promise<void> {
  const deadline = Date.now() + STARTED_WITHIN_MS
  for (;;)
    try {
      return await post(url, change)
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(500)
    }
}

const changeOf = (record: number, edit: number): IncidentChange => ({
  number: `INC${String(record).padStart(7, '0')}`,
  short_description: `Bench ${record}`,
  description: `Edit ${edit}`,
  state: 'In Progress',
  priority: '3 - Moderate',
  comments: edit % 2 === 0 ? COMMENT : [],
})

/** Throws when a change did not arrive as the mapping has it: a quick nothing must not be taken for a quick success. */
export async function measurePeer(peer: Peer, { records, changes, inFlight, rounds }: PeerLoad): Promise<PeerRun> {
  const target = await startTarget()
  const running = await peer.start(target.url).catch(async (error: unknown) => {
    await target.close()
    throw error
  })
  let edits = 0
  const last = new Map<number, IncidentChange>()
  const edit = async (): Promise<number> => {
    const number = (edits += 1)
    const record = number % records
    const change = changeOf(record, number)
    last.set(record, change)
    const startedAt = performance.now()
    await post(running.url, change)
    return performance.now() - startedAt
  }
  try {
    await postFirst(running.url, changeOf(0, 0))
    // One after the other: a peer that reads its pairs, and writes them later, forgets what another run has written meanwhile.
    for (let record = 1; record < records; record += 1) await post(running.url, changeOf(record, 0))
    const measured: PeerRound[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const before = running.cpuMs()
      const startedAt = performance.now()
      const times = await eachInFlight(Array.from({ length: changes }), inFlight, edit)
      const wallMs = performance.now() - startedAt
      const cpuMsEach = (running.cpuMs() - before) / changes
      if (round > 0) measured.push({ perSecond: (changes * 1000) / wallMs, cpuMsEach, p50: quantile(times, 0.5) })
    }
    if (target.records() !== records) throw new Error(`${peer.name} made ${target.records()} of ${records} records`)
    for (const change of last.values()) {
      const details = target.of(change)?.['details']
      if (details !== expectedDetails(change))
        throw new Error(`${peer.name} left ${String(details)} in ${change.number}`)
    }
    return { rounds: measured, residentMb: running.residentMb() }
  } finally {
    await running.stop()
    await target.close()
  }
}
