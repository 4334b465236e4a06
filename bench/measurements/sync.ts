import type { Measurement, Stage } from '../measurement.ts'
import { type DatabaseUnderBench, onEachDatabase } from '../node/databases.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { changeFloors } from '../sync/change-floor.ts'
import { type EditAims, editFigures } from '../sync/edit-figures.ts'
import { createEditor, type EditRound } from '../sync/edits.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes } from '../sync/synced-nodes.ts'

const AT_ONCE = [1, 8, 32, 200]
/** Twice as many as are changed at once: each has rested before it is changed again. */
const RECORDS = 400

const AIMS: EditAims = { perCpuSecond: { of: 'ratio', least: 0.25 } }
const IN_BATCHES: EditAims = { ...AIMS, cpuMs: { of: 'median', most: 4 } }

async function measureOn(
  { name, fresh }: DatabaseUnderBench,
  replicas: number,
  stage: Stage,
): Promise<RelatedFigure[]> {
  const { quick, progress } = stage
  const title = replicas === 1 ? name : `${name}, ${replicas} replicas a side`
  progress(`sync on ${title}`)
  const floors = await changeFloors(stage)
  const nodes = await startSyncedNodes({ fresh, replicas })
  try {
    const editor = await createEditor(memorySides(nodes), quick ? 16 : RECORDS)
    const figures: RelatedFigure[] = []
    for (const inFlight of quick ? [1, 8] : AT_ONCE) {
      const count = quick ? 2 * inFlight + 4 : 60 + 8 * inFlight
      await editor.run(quick ? 2 : Math.ceil(count / 4), inFlight)
      const rounds: EditRound[] = []
      for (let round = 0; round < (quick ? 1 : 3); round += 1) rounds.push(await editor.run(count, inFlight))
      const aims = inFlight >= 32 ? IN_BATCHES : inFlight > 1 ? AIMS : {}
      figures.push(...editFigures(`${title}, ${inFlight} at once`, rounds, floors, aims))
    }
    return figures
  } finally {
    await nodes.stop()
  }
}

export const sync: Measurement = {
  name: 'sync',
  title: 'Changes of records between two nodes, records in memory',
  run: async (stage) => {
    const figures = await onEachDatabase(async (database) => {
      const isServer = database.name === 'PostgreSQL'
      const measured = await measureOn(database, 1, stage)
      return isServer ? [...measured, ...(await measureOn(database, 3, stage))] : measured
    })
    return {
      figures: figures.flat(),
      notes: [
        'The template of incidents as it comes, at both sides; each record has a caller, which is a look-up; every second change has a comment.',
        'A change ends when the record of the other side has it. CPU is that of the nodes of both sides, with their script threads, until nothing is under way any more; the records and whoever edits them are this process, which shares the cores.',
        'The PostgreSQL server is durable as in service (fsync on); its own CPU time is not counted.',
      ],
    }
  },
}
