import { connectMemoryAndInstance } from '../../sync/memory-and-instance.ts'
import { bringInUnderKills } from '../../sync/processes/backfill-kills.ts'
import type { Figures } from '../figures.ts'

const KILLS = 5
/** As fast as it may be asked for. */
const PER_MINUTE = 6000
const WITHIN_MS = 3 * 3_600_000

/** So many records of an instance are brought in on SQLite, while the node is killed five times. */
export async function runBackfill(records: number): Promise<Figures> {
  const both = await connectMemoryAndInstance({})
  try {
    const shareMs = (records / PER_MINUTE) * 60_000
    const run = { records, kills: KILLS, perMinute: PER_MINUTE, killWithinMs: shareMs / KILLS, withinMs: WITHIN_MS }
    const { seenAtKills, opened, pairs, arrived, seconds } = await bringInUnderKills(both, run)
    const complaints = [
      ...(seenAtKills.length < KILLS ? [`only ${seenAtKills.length} kills before it was through`] : []),
      ...(opened === records && pairs === records ? [] : [`${opened} begun and ${pairs} pairs of ${records}`]),
      ...(arrived.length === records ? [] : [`${arrived.length} records at the other side`]),
      ...(new Set(arrived).size === records ? [] : [`${new Set(arrived).size} different ones at the other side`]),
    ]
    const rows = {
      'records brought in': records,
      'kill -9': seenAtKills.length,
      'records a second': (records / seconds).toFixed(1),
    }
    return { title: 'Backfill under kill -9', rows, complaints, seconds }
  } finally {
    await both.close()
  }
}
