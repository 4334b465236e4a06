import type { Measurement } from '../measurement.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { figureOf } from '../result/statistics.ts'
import { changeFloors, floorOfChange } from '../sync/change-floor.ts'
import { bytesOf } from '../sync/fill-pairs.ts'
import { startSyncedNodes, type SyncedNodes } from '../sync/synced-nodes.ts'
import { PAGE } from './raw-limit.ts'

const WITHIN = { withinMs: 7_200_000, everyMs: 250 }

/** As fast as it may be asked for. */
const PER_MINUTE = 6000

async function bringIn({ acme, ids, settled }: SyncedNodes): Promise<number> {
  const params = { connectionId: ids.acme }
  const startedAt = performance.now()
  await acme.client.call('beginBackfill', { params, body: { perMinute: PER_MINUTE, actor: 'bench' } })
  await eventually(
    'it is through',
    async () => (await acme.client.call('readBackfill', { params })).backfill?.state === 'done' || undefined,
    WITHIN,
  )
  await settled()
  return performance.now() - startedAt
}

export const syncBackfill: Measurement = {
  name: 'sync-backfill',
  title: 'Old records are brought in',
  run: async (stage) => {
    const { quick, long, raw, progress } = stage
    const records = quick ? 20 : long ? 100_000 : 1000
    const floor = floorOfChange(await changeFloors(stage))
    const nodes = await startSyncedNodes()
    try {
      const { acme, globex, cpuMs } = nodes
      const values = { caller_id: 'ann.author', state: '2', description: 'As it was long ago' }
      for (let place = 0; place < records; place += 1)
        acme.records.place({ ...values, short_description: `Old ${place}` })
      progress(`sync-backfill: ${records} records`)
      const before = { cpuMs: await cpuMs(), bytes: bytesOf(acme.node.dataDir) }
      const ms = await bringIn(nodes)
      const there = globex.records.all().length
      if (there !== records) throw new Error(`The other side has ${there} of ${records} records`)
      const bytes = bytesOf(acme.node.dataDir) - before.bytes
      return {
        figures: [
          figureOf(`${records} records`, 'per second', [(records * 1000) / ms], floor.perSecond),
          figureOf('both sides, each', 'ms', [((await cpuMs()) - before.cpuMs) / records], floor.cpuMs),
          figureOf('database of the sender, each', 'bytes', [bytes / records], {
            value: PAGE.value * 1000,
            to: PAGE.to,
          }),
          figureOf(
            'memory of the sender afterwards',
            'MB',
            [(await acme.node.usage()).residentMb],
            raw.emptyProcess.memory,
          ),
        ],
        notes: [
          `SQLite, records in memory, at ${PER_MINUTE} a minute, the most that may be asked for: 100 a second is as fast as it may be.`,
        ],
      }
    } finally {
      await nodes.stop()
    }
  },
}
