import type { DatabaseKind } from '../../../node-bridge/test/databases.ts'
import { connectProcesses } from '../../sync/processes/connected-processes.ts'
import { createStepKiller, VICTIMS } from '../../sync/processes/kill-at-steps.ts'
import { SYNC_STEPS } from '../../sync/processes/steps.ts'
import type { Figures } from '../figures.ts'

/**
 * Kills right after each of the fourteen steps of a change, so often each, node A, node B, instance A, instance B and the job in
 * turn. The next record is made as soon as the dead process is back: the earlier ones come to rest meanwhile, or are struck again.
 */
export async function runSteps(kind: DatabaseKind, killsPerStep: number): Promise<Figures> {
  const startedAt = Date.now()
  await kind.start()
  const both = await connectProcesses({ fresh: () => kind.fresh() })
  try {
    const killer = createStepKiller(both, kind.name)
    const complaints: string[] = []
    const rows: Record<string, number> = {}
    for (const step of SYNC_STEPS) {
      for (let at = 0; at < killsPerStep; at += 1)
        await killer.strike(step, VICTIMS[(step.number + at) % VICTIMS.length] ?? 'job')
      const struck = killer.kills.filter((kill) => kill.step === step.number)
      const missed = struck.filter(({ isExact }) => !isExact).length
      rows[`${step.number} ${step.after}`] = struck.length - missed
      if (missed > 0)
        complaints.push(`step ${step.number} did not come in time for ${missed} of ${struck.length} kills`)
    }
    for (const victim of VICTIMS)
      rows[`kills of ${victim}`] = killer.kills.filter((kill) => kill.victim === victim).length
    const { lost, doubled, different, unsettled, seconds } = await killer.untilEqual()
    complaints.push(...lost, ...doubled, ...different, ...(unsettled === '' ? [] : [unsettled]))
    Object.assign(rows, {
      'records, comments and files, of each': killer.expected.length,
      lost: lost.length,
      doubled: doubled.length,
      different: different.length,
      'seconds from the last kill until equal': Math.round(seconds),
    })
    return {
      title: `kill -9 after each step on ${kind.name}`,
      rows,
      complaints,
      seconds: (Date.now() - startedAt) / 1000,
    }
  } finally {
    await both.close()
    await kind.stop()
  }
}
