import { OPERATIONS } from '@accord/shared/contracts'

import { messageOf } from '../load/child.ts'
import { latenciesOf, requireStatus, startGenerator } from '../load/load.ts'
import type { Measurement, Stage } from '../measurement.ts'
import type { Against, Aim, RelatedFigure } from '../result/figure.ts'
import { figureOf, median } from '../result/statistics.ts'
import { changeFloors, floorOfChange } from '../sync/change-floor.ts'
import { createEditor } from '../sync/edits.ts'
import { fillPairs } from '../sync/fill-pairs.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes, type SyncCompany, type SyncedNodes } from '../sync/synced-nodes.ts'
import type { Timing } from '../sync/tracker-channel.ts'
import { PAGE } from './raw-limit.ts'

interface Size {
  readonly pairs: number
  readonly changeMs: readonly number[]
  readonly changeCpuMs: readonly number[]
  readonly queueMs: readonly number[]
  readonly scanMs: readonly number[]
  readonly pullMs: readonly number[]
  readonly bytes: number
}

const sizesOf = ({ quick, long }: Pick<Stage, 'quick' | 'long'>): number[] =>
  quick ? [100, 1000] : [1000, 100_000, ...(long ? [1_000_000] : [])]

/** Records that are really in sync, beside those that fill the database. */
const RECORDS = 40

async function measureSize(pairs: number, { quick, progress }: Stage): Promise<Size> {
  const nodes = await startSyncedNodes()
  try {
    const editor = await createEditor(memorySides(nodes), quick ? 4 : RECORDS)
    progress(`sync-growth: ${pairs} pairs are written`)
    const { bytes, scanned } = await fillBoth(nodes, pairs)
    await editor.run(quick ? 2 : RECORDS, 1)
    const rounds = []
    for (let round = 0; round < (quick ? 1 : 5); round += 1) rounds.push(await editor.run(quick ? 4 : RECORDS, 1))
    const times = quick ? 3 : 100
    return {
      pairs,
      bytes,
      changeMs: rounds.map(({ p50 }) => p50),
      changeCpuMs: rounds.map(({ cpuMsEach }) => cpuMsEach),
      queueMs: await readQueue(nodes.acme, times),
      scanMs: await timesOf(nodes.acme, times, { timing: 'scan', records: scanned }),
      pullMs: await timesOf(nodes.acme, times, { timing: 'pull', records: [] }),
    }
  } finally {
    await nodes.stop()
  }
}

async function fillBoth({ acme, globex }: SyncedNodes, pairs: number) {
  await Promise.all([acme.node.pause(), globex.node.pause()])
  const filled = fillPairs(acme.node.dataDir, pairs)
  fillPairs(globex.node.dataDir, pairs)
  await Promise.all([acme.node.resume(), globex.node.resume()])
  return filled
}

async function readQueue({ node, instanceToken }: SyncCompany, times: number): Promise<readonly number[]> {
  const generator = startGenerator()
  try {
    const headers = { authorization: `Bearer ${instanceToken}` }
    const url = `${node.url}${OPERATIONS.readSyncQueue.path}`
    const page = { url, method: 'GET', headers, body: '', group: 'queue' } as const
    const answer = await generator.carry({ requests: Array.from({ length: times }, () => page), inFlight: 1 })
    requireStatus(answer, '200')
    return latenciesOf(answer)
  } finally {
    await generator.stop()
  }
}

/** By the node's own clock. */
async function timesOf({ node }: SyncCompany, times: number, timing: Timing): Promise<readonly number[]> {
  const measured: number[] = []
  for (let time = 0; time < times; time += 1) {
    const child = node.first()
    const answer = messageOf<number>(child, 'timedMs')
    child.send(timing)
    measured.push(await answer)
  }
  return measured
}

const FLAT: Aim = { of: 'beside', most: 1.3 }
const A_PAGE: Against = { value: PAGE.value * 1000, to: PAGE.to }

function bytesEach(sizes: readonly Size[]): RelatedFigure[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)]
  if (!smallest || !largest || smallest === largest) return []
  const bytes = (largest.bytes - smallest.bytes) / (largest.pairs - smallest.pairs)
  return [figureOf('bytes of the database for each pair', 'bytes', [bytes], A_PAGE)]
}

export const syncGrowth: Measurement = {
  name: 'sync-growth',
  title: 'With many pairs in the database',
  run: async (stage) => {
    const floor = floorOfChange(await changeFloors(stage))
    const sizes: Size[] = []
    for (const pairs of sizesOf(stage)) sizes.push(await measureSize(pairs, stage))
    const figuresOf = (what: string, pick: (size: Size) => readonly number[], against: Against): RelatedFigure[] => {
      const [smallest] = sizes
      const beside = smallest && { value: median(pick(smallest)), to: `${smallest.pairs} pairs` }
      return sizes.map((size, place) =>
        figureOf(`${what}, ${size.pairs}`, 'ms', pick(size), against, place === 0 ? {} : { beside, aim: FLAT }),
      )
    }
    return {
      figures: [
        ...figuresOf('a change, one at a time, p50', ({ changeMs }) => changeMs, floor.ms),
        ...figuresOf('CPU of it, both sides', ({ changeCpuMs }) => changeCpuMs, floor.cpuMs),
        ...figuresOf('page of the queue', ({ queueMs }) => queueMs, stage.raw.roundTrip),
        ...figuresOf('a page of a scan, 100 records unchanged', ({ scanMs }) => scanMs, stage.raw.fsync),
        ...figuresOf('a pull that brings nothing', ({ pullMs }) => pullMs, stage.raw.fsync),
        ...bytesEach(sizes),
      ],
      notes: [
        'SQLite, one connection; both sides have as many pairs, each with its history, and 60 of them wait for a person. A change is of a record beside them.',
        'Scan and pull by the clock of the node, without the way to the records; each call a round of its own.',
      ],
    }
  },
}
