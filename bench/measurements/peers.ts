import type { Measurement, Stage } from '../measurement.ts'
import { measurePeer, type PeerLoad, type PeerRun } from '../peers/measure-peer.ts'
import { n8n } from '../peers/n8n.ts'
import { nodeRed } from '../peers/node-red.ts'
import type { Peer } from '../peers/peer.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { figureOf, median } from '../result/statistics.ts'
import { changeFloors, floorOfChange } from '../sync/change-floor.ts'
import { createEditor, type EditRound } from '../sync/edits.ts'
import { memorySides } from '../sync/memory-sides.ts'
import { startSyncedNodes } from '../sync/synced-nodes.ts'

const PEERS: readonly Peer[] = [nodeRed, n8n]

async function measureAccord({ records, changes, inFlight, rounds }: PeerLoad): Promise<readonly EditRound[]> {
  const nodes = await startSyncedNodes()
  try {
    const editor = await createEditor(memorySides(nodes), records)
    const measured: EditRound[] = []
    for (let round = 0; round <= rounds; round += 1) measured.push(await editor.run(changes, inFlight))
    return measured.slice(1)
  } finally {
    await nodes.stop()
  }
}

type Floor = ReturnType<typeof floorOfChange>

function figuresOfPeer(name: string, { rounds, residentMb }: PeerRun, floor: Floor, { raw }: Stage): RelatedFigure[] {
  const of = (member: keyof PeerRun['rounds'][number]) => rounds.map((round) => round[member])
  return [
    figureOf(name, 'per second', of('perSecond'), floor.perSecond),
    figureOf(`${name}, CPU each`, 'ms', of('cpuMsEach'), floor.cpuMs),
    figureOf(`${name}, p50`, 'ms', of('p50'), floor.ms),
    figureOf(`${name}, memory`, 'MB', [residentMb], raw.emptyProcess.memory),
  ]
}

function figuresOfAccord(rounds: readonly EditRound[], runs: ReadonlyMap<string, PeerRun>, floor: Floor) {
  const of = (member: keyof EditRound) => rounds.map((round) => round[member])
  const medianOf = (peer: Peer, member: 'perSecond' | 'cpuMsEach') => {
    const run = runs.get(peer.name)
    return run && { value: median(run.rounds.map((round) => round[member])), to: peer.name }
  }
  const [red, eight] = [medianOf(nodeRed, 'perSecond'), medianOf(n8n, 'cpuMsEach')]
  return [
    figureOf('Accord', 'per second', of('perSecond'), floor.perSecond, {
      beside: red,
      ...(red && { aim: { of: 'beside', least: 1 } }),
    }),
    figureOf('Accord, both sides, CPU each', 'ms', of('cpuMsEach'), floor.cpuMs, {
      beside: eight,
      ...(eight && { aim: { of: 'beside', most: 0.1 } }),
    }),
    figureOf('Accord, p50', 'ms', of('p50'), floor.ms),
  ]
}

/** Optional: whoever wants it installs them (bench/peers/README.md). */
export const peers: Measurement = {
  name: 'peers',
  title: 'Beside what people would take instead',
  run: async (stage) => {
    const { quick, progress } = stage
    const installed = PEERS.filter((peer) => peer.version() !== undefined)
    if (installed.length === 0)
      return { figures: [], notes: ['Neither Node-RED nor n8n is installed: bench/peers/README.md says how.'] }
    const load = quick
      ? { records: 4, changes: 8, inFlight: 2, rounds: 1 }
      : { records: 32, changes: 400, inFlight: 8, rounds: 3 }
    const floor = floorOfChange(await changeFloors(stage))
    const runs = new Map<string, PeerRun>()
    for (const peer of installed) {
      progress(`peers: ${peer.name} ${peer.version()}`)
      runs.set(peer.name, await measurePeer(peer, load))
    }
    progress('peers: Accord')
    const accord = await measureAccord(load)
    return {
      figures: [
        ...figuresOfAccord(accord, runs, floor),
        ...[...runs].flatMap(([name, run]) => figuresOfPeer(name, run, floor, stage)),
      ],
      notes: [
        `${installed.map((peer) => `${peer.name} ${peer.version()}`).join(', ')}, as they come; ${load.inFlight} at once, every second change with a comment; the mapping of the template.`,
        'A peer gets the change by HTTP and writes to a tracker by HTTP. Accord does that by two nodes, signs what goes between them, keeps it, runs the scripts in a sandbox and looks at what came of it; its records are behind a channel.',
      ],
    }
  },
}
