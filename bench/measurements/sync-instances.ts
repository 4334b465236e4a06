import type { Measurement } from '../measurement.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { changeFloors } from '../sync/change-floor.ts'
import { type EditAims, editFigures } from '../sync/edit-figures.ts'
import { createEditor, type EditRound } from '../sync/edits.ts'
import { startSyncedInstances } from '../sync/synced-instances.ts'

const AT_ONCE = [1, 8, 32]
const RECORDS = 64
const SOON: EditAims = { p50: { of: 'median', most: 300 } }
const CROWDED: EditAims = { ...SOON, p99: { of: 'median', most: 1000 } }

/** What a user sees. */
export const syncInstances: Measurement = {
  name: 'sync-instances',
  title: 'Changes of records between two simulated instances with the built package',
  run: async (stage) => {
    const { quick, progress } = stage
    progress('sync-instances: the app is built and installed')
    const floors = await changeFloors(stage)
    const sides = await startSyncedInstances()
    const figures: RelatedFigure[] = []
    try {
      const editor = await createEditor(sides, quick ? 8 : RECORDS)
      for (const inFlight of quick ? [1, 4] : AT_ONCE) {
        progress(`sync-instances: ${inFlight} at once`)
        const count = quick ? inFlight + 3 : 20 + 6 * inFlight
        await editor.run(quick ? 2 : Math.ceil(count / 4), inFlight)
        const rounds: EditRound[] = []
        for (let round = 0; round < (quick ? 1 : 3); round += 1) rounds.push(await editor.run(count, inFlight))
        figures.push(...editFigures(`${inFlight} at once`, rounds, floors, inFlight === 32 ? CROWDED : SOON))
      }
    } finally {
      await sides.stop()
    }
    return {
      figures,
      notes: [
        'SQLite, the template of incidents as it comes, settings as they come; the instances begin background work without delay (a quiet real one takes about a second).',
        'From the moment in which a person saves until the record of the other side is written. Both instances share the cores with the nodes; the CPU is that of the nodes alone.',
      ],
    }
  },
}
