import { setTimeout as delay } from 'node:timers/promises'

import { LIMITS } from '@accord/shared/protocol'

import { randomFrom } from '../../network/random.ts'
import type { HostileCaller } from './hostile-caller.ts'
import type { Rows } from './rows.ts'

export interface Outcome {
  readonly calls: number
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly complaints: readonly string[]
}

export interface Campaign {
  readonly calls: number
  /** At the same time. */
  readonly width: number
  readonly seed: string
  /** Below what a node takes of all callers together: a call that is turned away before it is checked proves nothing. */
  readonly perSecond?: number
  readonly withinMs?: number
}

/** Makes so many calls, so many of them at the same time, and notes each answer that is no answer to a caller. */
export async function makeCalls(
  caller: HostileCaller,
  { calls, width, seed, perSecond = Infinity, withinMs = Infinity }: Campaign,
): Promise<Outcome> {
  const random = randomFrom(seed)
  const statuses: Record<string, number> = {}
  const complaints: string[] = []
  const startedAt = performance.now()
  let begun = 0
  const callOneByOne = async () => {
    while (begun < calls && performance.now() - startedAt < withinMs) {
      begun += 1
      const early = startedAt + (begun * 1000) / perSecond - performance.now()
      if (early > 5) await delay(early)
      try {
        const { status, code, operation, text } = await caller.call(random)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status >= 500) complaints.push(`${operation}: ${status} ${code ?? ''} ${text.slice(0, 300)}`)
      } catch (error) {
        complaints.push(`No answer: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: width }, callOneByOne))
  if (begun < calls) complaints.push(`${calls - begun} calls were not made in time`)
  return { calls: begun, statuses, complaints }
}

/** What a peer may leave behind at most, for each connection and in this time, and what the codes themselves leave. */
export function complainOfRows(before: Rows, after: Rows, connections: number, seconds: number): string[] {
  const { burst, everyMs } = LIMITS.peerChanges
  const changes = connections * (burst + Math.ceil((seconds * 1000) / everyMs) + LIMITS.rotations.burst + 5) + 20
  const most: Record<string, number> = {
    handshake_event: changes,
    audit_entry: changes * 2,
    key_rotation: connections * (LIMITS.keyChainLinks + 1),
    connection: 1,
    invitation: 0,
    redemption: 1,
    job: connections * 6 + 20,
    serial_queue: connections * 6 + 20,
    'spent ids that stay': 0,
  }
  return Object.entries(most).flatMap(([table, bound]) => {
    const grown = (after[table] ?? 0) - (before[table] ?? 0)
    return grown > bound ? [`${table} grew by ${grown} rows, at most ${bound} are bounded`] : []
  })
}
