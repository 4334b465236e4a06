import type { Fault } from '../../../node-bridge/test/faults/network/fault.ts'
import { PASS } from '../../../node-bridge/test/faults/network/fault.ts'
import { randomFrom, type Random } from '../../../node-bridge/test/faults/network/random.ts'
import { passAll } from '../../../node-bridge/test/faults/network/script.ts'
import type { ConnectedProcesses } from './connected-processes.ts'

export const NET_FAULTS = ['dropped', 'doubled', 'delayed', 'reordered'] as const
export type NetFault = (typeof NET_FAULTS)[number]

const DRAWS: Readonly<Record<NetFault, (random: Random) => Fault>> = {
  dropped: (random) => ({ kind: random() < 0.5 ? 'drop-before' : 'drop-answer' }),
  doubled: (random) => ({ kind: 'duplicate', answerWith: random() < 0.5 ? 'first' : 'second' }),
  delayed: (random) => ({ kind: 'delay', ms: 50 + Math.floor(random() * 1000) }),
  reordered: (random) => ({ kind: 'reorder', maxHoldMs: 200 + Math.floor(random() * 2000), hangUp: random() < 0.5 }),
}

export interface ChaosNet {
  readonly counts: Readonly<Record<NetFault | 'calls', number>>
  /** From now on everything passes. */
  calm(): void
}

/** Of every call between the nodes, and between each node and its instance, `share` are treated badly. The seed decides, and the order of calls. */
export function startChaosNet({ acme, globex }: ConnectedProcesses, share: number, seed: string): ChaosNet {
  const random = randomFrom(`${seed} net`)
  const counts = { calls: 0, dropped: 0, doubled: 0, delayed: 0, reordered: 0 }
  const proxies = [acme, globex].flatMap(({ nodeProxy, instanceProxy }) => [nodeProxy, instanceProxy])
  for (const proxy of proxies)
    proxy.follow(() => {
      counts.calls += 1
      if (random() >= share) return PASS
      const kind = NET_FAULTS[Math.floor(random() * NET_FAULTS.length)] ?? 'dropped'
      counts[kind] += 1
      return DRAWS[kind](random)
    })
  return {
    counts,
    calm: () => {
      for (const proxy of proxies) proxy.follow(passAll)
    },
  }
}
