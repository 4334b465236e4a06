import type { Profiler } from 'node:inspector'

import { eachInFlight } from '../load/in-flight.ts'
import { requireStatus, startGenerator, type PreparedRequest } from '../load/load.ts'
import { PARTS, partsOf } from '../load/profile-parts.ts'
import type { Measurement } from '../measurement.ts'
import type { RawLimit } from './raw-limit.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { prepareRedeems } from '../node/prepare-redeems.ts'
import { shakeHands, watchActive } from '../node/shake-hands.ts'
import { connectPeer, prepareSignedCall } from '../node/signed-calls.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { floorMs, HANDSHAKE_AT_A, REDEEM, SIGNED_CALL, type Floor } from '../result/floor.ts'
import { figureOf } from '../result/statistics.ts'

const IN_FLIGHT = 32
const BODY_BYTES = 2048

interface Profiled {
  readonly profile: Profiler.Profile
  readonly count: number
}

/** Rows of one kind of work: its parts, each as a share of all of them. */
function figuresOf(work: string, rounds: readonly Profiled[], least: Floor, raw: RawLimit): RelatedFigure[] {
  const floor = { value: floorMs(least, raw) * 1000, to: 'floor' }
  const perRound = rounds.map(({ profile, count }) => {
    const parts = partsOf(profile)
    return { count, parts, whole: [...parts.values()].reduce((sum, us) => sum + us, 0) }
  })
  const whole = figureOf(
    `${work}, main thread busy`,
    'µs',
    perRound.map(({ whole: us, count }) => us / count),
    floor,
  )
  const shares = PARTS.map((part) =>
    figureOf(
      `${work}, ${part}`,
      'µs',
      perRound.map(({ parts, count }) => (parts.get(part) ?? 0) / count),
      floor,
      { beside: { value: whole.spread.median, to: 'busy' } },
    ),
  ).filter(({ beside }) => (beside?.value ?? 0) >= 0.005)
  return [whole, ...shares.toSorted((a, b) => b.spread.median - a.spread.median)]
}

export const profile: Measurement = {
  name: 'profile',
  title: 'Where the time goes: the main thread of a bridge, by library',
  run: async ({ quick, raw, progress }) => {
    const rounds = quick ? 1 : 3
    const source = await startBenchNode({ name: 'Company A' })
    const destination = await startBenchNode({ name: 'Company B' })
    const acceptor = await createAcceptor()
    const generator = startGenerator()
    const redeems: Profiled[] = []
    const calls: Profiled[] = []
    const handshakes: Profiled[] = []
    const carry = async (requests: readonly PreparedRequest[]): Promise<Profiled> => ({
      count: requests.length,
      profile: await source.profile(async () =>
        requireStatus(await generator.carry({ requests, inFlight: IN_FLIGHT }), '200'),
      ),
    })
    try {
      progress('profile of redeems')
      for (let round = 0; round <= rounds; round += 1) {
        const profiled = await carry(await prepareRedeems(source, acceptor, quick ? 20 : 1000))
        if (round > 0) redeems.push(profiled)
      }
      progress('profile of signed calls')
      const peers = await Promise.all(Array.from({ length: quick ? 2 : 20 }, () => connectPeer(source, acceptor)))
      for (const peer of peers) {
        const first = await prepareSignedCall(source, acceptor, peer, 'confirmConnection')
        requireStatus(await generator.carry({ requests: [first], inFlight: 1 }), '200')
      }
      for (let round = 0; round <= rounds; round += 1) {
        const requests = []
        for (let call = 0; call < (quick ? 20 : 2000); call += 1) {
          const peer = peers[call % peers.length]
          if (peer) requests.push(await prepareSignedCall(source, acceptor, peer, 'contactConnection', BODY_BYTES))
        }
        const profiled = await carry(requests)
        if (round > 0) calls.push(profiled)
      }
      progress('profile of handshakes, at A')
      const watch = watchActive(source)
      for (let round = 0; round <= rounds; round += 1) {
        const all = Array.from({ length: quick ? 5 : 500 })
        const profiled = await source.profile(() =>
          eachInFlight(all, IN_FLIGHT, () => shakeHands(source, destination, watch)),
        )
        if (round > 0) handshakes.push({ profile: profiled, count: all.length })
      }
    } finally {
      await generator.stop()
      await Promise.all([source.stop(), destination.stop()])
    }
    return {
      figures: [
        ...figuresOf('redeem', redeems, REDEEM, raw),
        ...figuresOf('signed call', calls, SIGNED_CALL, raw),
        ...figuresOf('handshake at A', handshakes, HANDSHAKE_AT_A, raw),
      ],
      notes: [
        'SQLite, 32 in flight, sampled five thousand times a second. What is below half a per cent is left out.',
        'The wait for the disk in a commit counts as busy: the main thread stands still meanwhile.',
      ],
    }
  },
}
