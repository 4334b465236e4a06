import { eachInFlight } from '../load/in-flight.ts'
import { requireStatus, startGenerator, type PreparedRequest } from '../load/load.ts'
import { type Profiled, profileFigures } from '../load/profile-figures.ts'
import type { Measurement } from '../measurement.ts'
import { createAcceptor } from '../node/acceptor.ts'
import { startBenchNode } from '../node/bench-node.ts'
import { prepareRedeems } from '../node/prepare-redeems.ts'
import { shakeHands, watchActive } from '../node/shake-hands.ts'
import { connectPeer, prepareSignedCall } from '../node/signed-calls.ts'
import { floorMs, HANDSHAKE_AT_A, REDEEM, SIGNED_CALL, type Floor } from '../result/floor.ts'

const IN_FLIGHT = 32
const BODY_BYTES = 2048

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
    const floor = (least: Floor) => ({ value: floorMs(least, raw) * 1000, to: 'floor' })
    return {
      figures: [
        ...profileFigures('redeem', redeems, floor(REDEEM)),
        ...profileFigures('signed call', calls, floor(SIGNED_CALL)),
        ...profileFigures('handshake at A', handshakes, floor(HANDSHAKE_AT_A)),
      ],
      notes: [
        'SQLite, 32 in flight, sampled five thousand times a second. What is below half a per cent is left out.',
        'The wait for the disk in a commit counts as busy: the main thread stands still meanwhile.',
      ],
    }
  },
}
