import { latenciesOf, requireStatus, startGenerator } from '../load/load.ts'
import { measureLoad, type MeasuredLoad } from '../load/measure-load.ts'
import type { Measurement } from '../measurement.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { connectPeer, prepareSignedCall } from '../node/signed-calls.ts'
import { floorOf, floorRateOf, SIGNED_CALL } from '../result/floor.ts'
import { figureOf, quantile } from '../result/statistics.ts'

const IN_FLIGHT = 32
const BODY_BYTES = 2048

export const signedCalls: Measurement = {
  name: 'signed-calls',
  title: 'Signed calls after the handshake, at the side that receives them',
  run: async ({ quick, raw }) => {
    const source = await startBenchNode({ name: 'Company A' })
    const acceptor = await createAcceptor()
    const generator = startGenerator()
    const rounds: MeasuredLoad[] = []
    const signTimes: number[] = []
    try {
      const peers = await Promise.all(Array.from({ length: quick ? 2 : 20 }, () => connectPeer(source, acceptor)))
      for (const peer of peers) {
        const first = await prepareSignedCall(source, acceptor, peer, 'confirmConnection')
        requireStatus(await generator.carry({ requests: [first], inFlight: 1 }), '200')
      }
      for (let round = 0; round <= (quick ? 1 : 5); round += 1) {
        const calls = Array.from({ length: quick ? 20 : 2000 }, (_, index) => peers[index % peers.length])
        const before = process.cpuUsage()
        const requests = []
        for (const peer of calls)
          if (peer) requests.push(await prepareSignedCall(source, acceptor, peer, 'contactConnection', BODY_BYTES))
        const { user, system } = process.cpuUsage(before)
        const signMs = (user + system) / 1000 / requests.length
        const run = await measureLoad(generator, source.usage, { requests, inFlight: IN_FLIGHT })
        requireStatus(run.answer, '200')
        if (round === 0) continue
        rounds.push(run)
        signTimes.push(signMs)
      }
    } finally {
      await generator.stop()
      await source.stop()
    }
    const floor = floorOf(SIGNED_CALL, raw)
    const floorOfAll = floorOf(SIGNED_CALL, raw, IN_FLIGHT)
    const added = rounds.map(
      ({ cpuMsEach }, round) => cpuMsEach - raw.expressCpuUs / 1000 + (signTimes[round] ?? 0) + raw.ourVerifyUs / 1000,
    )
    return {
      figures: [
        figureOf(
          'contacts',
          'per second',
          rounds.map((run) => run.perSecond),
          floorRateOf(SIGNED_CALL, raw),
        ),
        figureOf(
          'CPU at the receiver, each',
          'ms',
          rounds.map((run) => run.cpuMsEach),
          floor,
        ),
        figureOf('added CPU, both sides', 'ms', added, floor, { aim: { of: 'median', most: 0.75 } }),
        figureOf('making the signature, at the caller', 'ms', signTimes, {
          value: raw.signUs / 1000,
          to: 'one signature',
        }),
        figureOf(
          'p50',
          'ms',
          rounds.map(({ answer }) => quantile(latenciesOf(answer), 0.5)),
          floorOfAll,
        ),
        figureOf(
          'p99',
          'ms',
          rounds.map(({ answer }) => quantile(latenciesOf(answer), 0.99)),
          floorOfAll,
        ),
      ],
      notes: [
        'The call is contact: the receiver verifies, spends the id of the request, writes when it received the peer, and signs its answer.',
        'Its body has 2 KB, most of them blanks behind the JSON: read, hashed and parsed like any other bytes.',
        'Added: the CPU at the receiver beyond a bare Express call, the signature made and the signed answer verified at the caller.',
      ],
    }
  },
}
