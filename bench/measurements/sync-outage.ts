import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { queryRows } from '../../node-bridge/test/faults/company/query-rows.ts'
import type { Measurement } from '../measurement.ts'
import { figureOf } from '../result/statistics.ts'
import { changeFloors, floorOfChange } from '../sync/change-floor.ts'
import { createEditor } from '../sync/edits.ts'
import { bytesOf } from '../sync/fill-pairs.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes, type SyncedNodes } from '../sync/synced-nodes.ts'
import { PAGE } from './raw-limit.ts'

const WITHIN = { withinMs: 600_000, everyMs: 20 }
/** What a change could leave behind. */
const TABLES = ['sync_pair', 'job', 'serial_queue', 'item_event', 'kept_message'] as const

async function countRows({ acme: { node } }: SyncedNodes): Promise<number> {
  const counts = await Promise.all(
    TABLES.map((table) => queryRows<{ rows: number }>(node, `select count(*) as rows from ${table}`)),
  )
  return counts.flat().reduce((sum, { rows }) => sum + rows, 0)
}

/** Each record is changed once in a round; the node has seen a round before the next begins, as it would in an hour. */
async function editAll({ acme: { records } }: SyncedNodes, rounds: number): Promise<string> {
  for (let round = 1; round <= rounds; round += 1) {
    for (const { id } of records.all())
      records.change(id, { description: `round ${round}` }, round % 20 === 0 ? `said in round ${round}` : undefined)
    await eventually('the node has taken all notices', () => records.waiting() === 0 || undefined, WITHIN)
  }
  return `round ${rounds}`
}

const areEqual =
  ({ globex }: SyncedNodes, description: string) =>
  () =>
    globex.records.all().every(({ fields }) => fields['description']?.value === description) || undefined

/** How long it takes until the sender knows of the return, and how long everything takes from then. */
async function timeReturn(nodes: SyncedNodes, last: string): Promise<{ readonly first: number; readonly all: number }> {
  const { globex } = nodes
  await globex.node.resume()
  const returnedAt = performance.now()
  let firstAt: number | undefined
  globex.records.onWritten(() => void (firstAt ??= performance.now()))
  await eventually('both are equal', areEqual(nodes, last), WITHIN)
  const begunAt = firstAt ?? returnedAt
  return { first: begunAt - returnedAt, all: performance.now() - begunAt }
}

export const syncOutage: Measurement = {
  name: 'sync-outage',
  title: 'Changes while the other side is away',
  run: async (stage) => {
    const { quick, long, raw, progress } = stage
    const pairs = quick ? 4 : long ? 500 : 50
    const edits = quick ? 20 : long ? 50_000 : 2000
    const floor = floorOfChange(await changeFloors(stage))
    const nodes = await startSyncedNodes()
    try {
      const { acme, globex, settled } = nodes
      await createEditor(memorySides(nodes), pairs)
      await globex.node.pause()
      const before = { rows: await countRows(nodes), bytes: bytesOf(acme.node.dataDir), cpuMs: await cpuOf(nodes) }
      progress(`sync-outage: ${edits} edits on ${pairs} pairs`)
      const last = await editAll(nodes, edits / pairs)
      const rows = (await countRows(nodes)) - before.rows
      const bytes = bytesOf(acme.node.dataDir) - before.bytes
      const editedMs = (await cpuOf(nodes)) - before.cpuMs
      const ms = await timeReturn(nodes, last)
      await settled()
      return {
        figures: [
          figureOf(`rows that ${edits} edits on ${pairs} pairs leave`, 'count', [rows], {
            value: pairs,
            to: 'one for each pair',
          }),
          figureOf('what the database grew by', 'kB', [bytes / 1000], PAGE),
          figureOf('CPU of the sender meanwhile, each edit', 'ms', [editedMs / edits], floor.cpuMs),
          figureOf(
            'from the return of the other side until the first is there',
            'ms',
            [ms.first],
            raw.emptyProcess.start,
          ),
          figureOf('from then until all are equal', 'ms', [ms.all], {
            value: floor.ms.value * pairs,
            to: 'floor of each pair after the other',
          }),
          figureOf('memory of the sender', 'MB', [(await acme.node.usage()).residentMb], raw.emptyProcess.memory),
        ],
        notes: [
          'SQLite, records in memory. Each record is changed once in each round, and the node has taken all notices before the next one; every twentieth round has a comment.',
          'The rounds follow each other at once: in a weekend the sender would by then call each five minutes, and would learn of the return that much later.',
        ],
      }
    } finally {
      await nodes.stop()
    }
  },
}

const cpuOf = async ({ acme }: SyncedNodes): Promise<number> => (await acme.node.usage()).cpuMs
