import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import type { Measurement } from '../measurement.ts'
import { figureOf } from '../result/statistics.ts'
import { createEditor } from '../sync/edits.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes, type SyncedNodes } from '../sync/synced-nodes.ts'

const RECORDS = 40

interface Seen {
  readonly residentMb: number
  /** Undefined where the system has no /proc. */
  readonly threads: number | undefined
}

async function look({ acme: { node } }: SyncedNodes): Promise<Seen> {
  const { residentMb } = await node.usage()
  try {
    const status = readFileSync(`/proc/${node.first().pid}/status`, 'utf8')
    return { residentMb, threads: Number(/Threads:\s+(\d+)/u.exec(status)?.[1]) }
  } catch {
    return { residentMb, threads: undefined }
  }
}

/** A node that was started anew, with pairs that rest, before and after its first change. */
export const syncIdle: Measurement = {
  name: 'sync-idle',
  title: 'A node with sync on that has nothing to do',
  run: async ({ quick, raw }) => {
    const [idle, used]: [Seen[], Seen[]] = [[], []]
    const nodes = await startSyncedNodes()
    try {
      const editor = await createEditor(memorySides(nodes), quick ? 4 : RECORDS)
      for (let round = 0; round < (quick ? 1 : 5); round += 1) {
        await nodes.acme.node.pause()
        await nodes.acme.node.resume()
        await delay(quick ? 500 : 10_000)
        idle.push(await look(nodes))
        await editor.run(1, 1)
        used.push(await look(nodes))
      }
    } finally {
      await nodes.stop()
    }
    const started = used.flatMap(({ threads }, round) => {
      const before = idle[round]?.threads
      return threads === undefined || before === undefined ? [] : [threads - before]
    })
    const { memory } = raw.emptyProcess
    return {
      figures: [
        figureOf(
          'memory, idle',
          'MB',
          idle.map(({ residentMb }) => residentMb),
          memory,
          { aim: { of: 'median', most: 170 } },
        ),
        figureOf(
          'memory after the first change',
          'MB',
          used.map(({ residentMb }) => residentMb),
          memory,
        ),
        ...(started.length > 0
          ? [
              figureOf(
                'threads that the first change starts',
                'count',
                started,
                { value: 1, to: 'one for scripts' },
                {
                  aim: { of: 'median', least: 1 },
                },
              ),
            ]
          : []),
      ],
      notes: [
        'SQLite, an active connection with published rules and pairs that rest; ten seconds after a start from the source files, whose types Node strips.',
      ],
    }
  },
}
