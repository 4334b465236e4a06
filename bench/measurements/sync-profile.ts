import { type Profiled, profileFigures } from '../load/profile-figures.ts'
import type { Measurement } from '../measurement.ts'
import { changeFloors, floorOfChange } from '../sync/change-floor.ts'
import { createEditor } from '../sync/edits.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes } from '../sync/synced-nodes.ts'

const IN_FLIGHT = 32

export const syncProfile: Measurement = {
  name: 'sync-profile',
  title: 'Where the time of a change goes: the main threads of both nodes, by library',
  run: async (stage) => {
    const { quick } = stage
    const { cpuMs } = floorOfChange(await changeFloors(stage))
    const oneSide = { value: cpuMs.value * 500, to: 'half of the floor with scripts' }
    const nodes = await startSyncedNodes()
    const [ours, theirs]: [Profiled[], Profiled[]] = [[], []]
    try {
      const editor = await createEditor(memorySides(nodes), quick ? 8 : 2 * IN_FLIGHT)
      const count = quick ? 8 : 10 * IN_FLIGHT
      await editor.run(count, quick ? 4 : IN_FLIGHT)
      for (let round = 0; round < (quick ? 1 : 3); round += 1)
        for (const [side, profiles] of [
          [nodes.acme, ours],
          [nodes.globex, theirs],
        ] as const) {
          const profile = await side.node.profile(() => editor.run(count, quick ? 4 : IN_FLIGHT))
          profiles.push({ profile, count })
        }
    } finally {
      await nodes.stop()
    }
    return {
      figures: [...profileFigures('sender', ours, oneSide), ...profileFigures('receiver', theirs, oneSide)],
      notes: [
        'SQLite, 32 at once, sampled five thousand times a second, one side at a time. What is below half a per cent is left out.',
        'Script threads are not in it. The wait for the disk in a commit counts as busy: the main thread stands still meanwhile.',
      ],
    }
  },
}
