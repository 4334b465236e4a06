import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { OPERATIONS } from '@accord/shared/contracts'

import { latenciesOf, requireStatus, startGenerator, type Load } from '../load/load.ts'
import type { Measurement, Stage } from '../measurement.ts'
import { PAGE } from './raw-limit.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { prepareRedeems } from '../node/prepare-redeems.ts'
import { seedConnections } from '../node/seed-connections.ts'
import { connectPeer, prepareSignedCall } from '../node/signed-calls.ts'
import type { Aim, Against, RelatedFigure } from '../result/figure.ts'
import { floorOf, REDEEM, SIGNED_CALL } from '../result/floor.ts'
import { figureOf, median } from '../result/statistics.ts'

interface Size {
  readonly connections: number
  readonly redeemMs: number[]
  readonly signedCallMs: number[]
  readonly listMs: number[]
  readonly residentMb: number
}

const sizesOf = ({ quick, long }: Pick<Stage, 'quick' | 'long'>): number[] =>
  quick ? [10, 100] : [1000, 100_000, ...(long ? [1_000_000] : [])]

/** One at a time: what is asked is how long one takes, not how many fit. */
async function measureSize(connections: number, { quick, progress }: Stage): Promise<Size> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  // Paired first: a node that is paired later has to tell its instance of every connection meanwhile.
  const source = await startBenchNode({ name: 'Company A', dataDir })
  const generator = startGenerator()
  try {
    progress(`growth: ${connections} connections are written`)
    await source.restartAfter(() => seedConnections(dataDir, connections))
    const { residentMb } = await source.usage()
    const acceptor = await createAcceptor()
    const timesOf = async (requests: Load['requests']) => {
      const answer = await generator.carry({ requests, inFlight: 1 })
      requireStatus(answer, '200')
      return latenciesOf(answer)
    }
    const count = quick ? 5 : 300
    const peer = await connectPeer(source, acceptor)
    await timesOf([await prepareSignedCall(source, acceptor, peer, 'confirmConnection')])
    await timesOf(await prepareRedeems(source, acceptor, count))
    const redeemMs = await timesOf(await prepareRedeems(source, acceptor, count))
    const prepared = Array.from({ length: count }, () => prepareSignedCall(source, acceptor, peer, 'contactConnection'))
    const signedCallMs = await timesOf(await Promise.all(prepared))
    const headers = { authorization: `Bearer ${source.instanceToken}` }
    const url = `${source.url}${OPERATIONS.listConnections.path}?counts=true`
    const list = { url, method: 'GET', headers, body: '', group: 'list' } as const
    const listMs = await timesOf(Array.from({ length: count }, () => list))
    return { connections, redeemMs, signedCallMs, listMs, residentMb }
  } finally {
    await generator.stop()
    await source.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const FLAT: Aim = { of: 'beside', most: 1.3 }

const ONE_PAGE: Against = { value: PAGE.value * 1000, to: PAGE.to }

/** What an idle connection takes of the process's memory: the difference of the largest and the smallest database. */
function memoryEach(sizes: readonly Size[]): RelatedFigure[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)]
  if (!smallest || !largest || smallest === largest) return []
  const bytes = (largest.residentMb - smallest.residentMb) * 1e6
  return [
    figureOf('memory of an idle connection', 'bytes', [bytes / (largest.connections - smallest.connections)], ONE_PAGE),
  ]
}

export const growth: Measurement = {
  name: 'growth',
  title: 'With many connections in the database',
  run: async (stage) => {
    const sizes: Size[] = []
    for (const connections of sizesOf(stage)) sizes.push(await measureSize(connections, stage))
    const { raw } = stage
    const figuresOf = (what: string, pick: (size: Size) => number[], against: Against): RelatedFigure[] => {
      const [smallest] = sizes
      const beside = smallest && { value: median(pick(smallest)), to: `${smallest.connections} connections` }
      return sizes.map((size, place) =>
        figureOf(`${what}, ${size.connections}`, 'ms', pick(size), against, place === 0 ? {} : { beside, aim: FLAT }),
      )
    }
    return {
      figures: [
        ...figuresOf('redeem', ({ redeemMs }) => redeemMs, floorOf(REDEEM, raw)),
        ...figuresOf('signed call', ({ signedCallMs }) => signedCallMs, floorOf(SIGNED_CALL, raw)),
        ...figuresOf('page of the list', ({ listMs }) => listMs, raw.roundTrip),
        ...sizes.map(({ connections, residentMb }) =>
          figureOf(`memory, ${connections}`, 'MB', [residentMb], raw.emptyProcess.memory),
        ),
        ...memoryEach(sizes),
      ],
      notes: [
        'One at a time, each call a round of its own, so that min and max are those of single calls.',
        'The seeded connections are active, with a log and an appointment for a contact that does not come while it is measured.',
        'The list is its first page of 50, with the counts of the groups.',
      ],
    }
  },
}
