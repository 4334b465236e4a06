import { OPERATIONS } from '@accord/shared/contracts'

import { latenciesOf, requireStatus, startGenerator, type Generator, type PreparedRequest } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import type { Measurement } from '../measurement.ts'
import { createAcceptor, spoil } from '../node/acceptor.ts'
import { startBenchNode, type BenchNode } from '../node/bench-node.ts'
import { invite } from '../node/invite.ts'
import { prepareRedeems } from '../node/prepare-redeems.ts'
import { floorOf, GARBAGE, REDEEM } from '../result/floor.ts'
import { figureOf, quantile } from '../result/statistics.ts'

const IN_FLIGHT = 32

/** A code of the right shape whose signature does not fit. */
async function garbageCodes(source: BenchNode, count: number): Promise<PreparedRequest[]> {
  const { code } = await invite(source)
  const headers = { authorization: `Bearer ${source.instanceToken}`, 'content-type': 'application/json' }
  const url = source.url + OPERATIONS.previewInvitation.path
  const text = code.slice(0, -3) + (code.at(-3) === 'A' ? 'B' : 'A') + code.slice(-2)
  const request = { url, method: 'POST', headers, body: JSON.stringify({ text }), group: 'garbage code' } as const
  return Array.from({ length: count }, () => request)
}

/** Good redeems, each behind as many bad ones of other codes. */
const among = (good: readonly PreparedRequest[], bad: PreparedRequest, badEach: number): PreparedRequest[] =>
  good.flatMap((request) => [...Array.from({ length: badEach }, () => bad), request])

interface Rounds {
  readonly codes: MeasuredLoad[]
  readonly garbage: MeasuredLoad[]
  readonly undisturbed: number[]
  readonly beside: number[]
}

async function runRound(source: BenchNode, generator: Generator, quick: boolean, rounds: Rounds): Promise<void> {
  const acceptor = await createAcceptor()
  const send = (requests: readonly PreparedRequest[], inFlight = IN_FLIGHT) =>
    measureLoad(generator, source.usage, { requests, inFlight })
  const [forBad] = await prepareRedeems(source, acceptor, 1)
  if (!forBad) throw new Error('No redeem was prepared')
  const bad = spoil(forBad)
  const count = quick ? 10 : 200
  const badEach = quick ? 5 : 50
  const codes = await send(await garbageCodes(source, quick ? 50 : 3000))
  requireStatus(codes.answer, '400', '422')
  const garbage = await send(Array.from({ length: quick ? 50 : 3000 }, () => bad))
  requireStatus(garbage.answer, '404', '400', '401', '403')
  const alone = await send(await prepareRedeems(source, acceptor, count))
  requireStatus(alone.answer, '200')
  const mixed = await send(among(await prepareRedeems(source, acceptor, count), bad, badEach))
  const good = mixed.answer.outcomes.filter(({ group }) => group === 'redeem')
  requireStatus({ ...mixed.answer, outcomes: good }, '200')
  rounds.codes.push(codes)
  rounds.garbage.push(garbage)
  rounds.undisturbed.push(quantile(latenciesOf(alone.answer), 0.99))
  rounds.beside.push(quantile(latenciesOf(mixed.answer, 'redeem'), 0.99))
}

export const refusals: Measurement = {
  name: 'refusals',
  title: 'Refusals, and who is served beside them',
  run: async ({ quick, raw }) => {
    const source = await startBenchNode({ name: 'Company A' })
    const generator = startGenerator()
    const rounds: Rounds = { codes: [], garbage: [], undisturbed: [], beside: [] }
    try {
      for (let round = 0; round < (quick ? 1 : 5); round += 1) await runRound(source, generator, quick, rounds)
    } finally {
      await generator.stop()
      await source.stop()
    }
    const undisturbed = figureOf(
      'good redeem undisturbed, p99',
      'ms',
      rounds.undisturbed,
      floorOf(REDEEM, raw, IN_FLIGHT),
    )
    const http = { value: raw.httpPerSecond, to: 'node:http' }
    return {
      figures: [
        figureOf(
          'garbage codes',
          'per second',
          rounds.codes.map((run) => run.perSecond),
          http,
        ),
        figureOf(
          'garbage codes, CPU each',
          'ms',
          rounds.codes.map((run) => run.cpuMsEach),
          floorOf(GARBAGE, raw),
        ),
        figureOf(
          'garbage redeems',
          'per second',
          rounds.garbage.map((run) => run.perSecond),
          http,
        ),
        figureOf(
          'garbage redeems, CPU each',
          'ms',
          rounds.garbage.map((run) => run.cpuMsEach),
          floorOf(GARBAGE, raw),
        ),
        undisturbed,
        figureOf('good redeem beside garbage, p99', 'ms', rounds.beside, floorOf(REDEEM, raw, IN_FLIGHT), {
          beside: { value: undisturbed.spread.median, to: 'undisturbed' },
          aim: { of: 'beside', most: 2 },
        }),
      ],
      notes: [
        'Rate limits are lifted: in service they turn most of this away before a signature is looked at.',
        'Both p99 are with 32 in flight: beside garbage 31 of them are garbage on the average, 50 for each good one.',
      ],
    }
  },
}
