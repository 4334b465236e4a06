import type { PostgresServer } from '../../../node-bridge/test/postgres.ts'
import { runChaos } from '../../sync/processes/chaos.ts'
import { connectProcesses } from '../../sync/processes/connected-processes.ts'
import type { Figures } from '../figures.ts'

const EDITS_PER_SECOND = 20
const KILL_EVERY_MS = 2000
const NET_SHARE = 0.3
const STILL_MS = 300_000

/** Acme is one node on SQLite, Globex three replicas on PostgreSQL; each has an instance with the built package. */
export async function runChaosPhase(
  server: PostgresServer,
  { pairs, edits, seed }: { readonly pairs: number; readonly edits: number; readonly seed: string },
): Promise<Figures> {
  const startedAt = Date.now()
  const fresh = async (name: string) => (name === 'Globex' ? { databaseUrl: await server.createDatabase() } : {})
  const both = await connectProcesses({ fresh, replicas: 3 })
  try {
    const { rows, differences, unsettled } = await runChaos(both, {
      pairs,
      edits,
      seed,
      editsPerSecond: EDITS_PER_SECOND,
      killEveryMs: KILL_EVERY_MS,
      netShare: NET_SHARE,
      stillMs: STILL_MS,
      note: (line) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`),
    })
    const complaints = [...differences.doubled, ...differences.different, ...differences.lost]
    if (unsettled !== '') complaints.push(unsettled)
    return { title: 'Chaos in sync', rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
  } finally {
    await both.close()
  }
}
