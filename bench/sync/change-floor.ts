import { messageOf, startChild, stopChild, usageOf } from '../load/child.ts'
import type { Stage } from '../measurement.ts'
import type { Against } from '../result/figure.ts'
import { median, quantile } from '../result/statistics.ts'
import type { FloorCarried, FloorLoad } from './floor-side-process.ts'

/** What a change cannot do without, as two small processes do it, in rounds. */
export interface FloorRounds {
  readonly perSecond: readonly number[]
  /** Processor time of both sides together for each change, in ms. */
  readonly cpuMs: readonly number[]
  readonly p50: readonly number[]
  readonly p99: readonly number[]
}

/** One at a time, and so many that the wait of one is the work of another. */
export interface ChangeFloor {
  readonly alone: FloorRounds
  readonly together: FloorRounds
}

export interface ChangeFloors {
  readonly bare: ChangeFloor
  readonly withScripts: ChangeFloor
}

const TOGETHER = 32

type Side = { readonly url: string; readonly key: string }

async function startSides(kind: 'bare' | 'scripts') {
  const script = new URL('./floor-side-process.ts', import.meta.url)
  const [sender, receiver] = [0, 1].map(() => startChild({ script, parameters: [kind] }))
  if (!sender || !receiver) throw new Error('The floor has two sides')
  const [ours, theirs] = await Promise.all([sender, receiver].map((child) => messageOf<Side>(child, 'side')))
  if (!ours || !theirs) throw new Error('The floor has two sides')
  receiver.send({ peer: ours.url, peerKey: ours.key, count: 0, inFlight: 0 } satisfies FloorLoad)
  const cpuMs = async () => {
    const usages = await Promise.all([usageOf(sender), usageOf(receiver)])
    return usages.reduce((sum, usage) => sum + usage.cpuMs, 0)
  }
  return {
    carry: async (count: number, inFlight: number) => {
      const before = await cpuMs()
      const answer = messageOf<FloorCarried>(sender, 'carried')
      sender.send({ peer: theirs.url, peerKey: theirs.key, count, inFlight } satisfies FloorLoad)
      const carried = await answer
      return { ...carried, cpuMsEach: ((await cpuMs()) - before) / count }
    },
    stop: () => Promise.all([stopChild(sender), stopChild(receiver)]),
  }
}

async function measureFloor(kind: 'bare' | 'scripts', quick: boolean): Promise<ChangeFloor> {
  const sides = await startSides(kind)
  const roundsOf = async (count: number, inFlight: number): Promise<FloorRounds> => {
    const rounds = []
    for (let round = 0; round <= (quick ? 1 : 5); round += 1) rounds.push(await sides.carry(count, inFlight))
    const counted = rounds.slice(1)
    return {
      perSecond: counted.map(({ wallMs }) => (count * 1000) / wallMs),
      cpuMs: counted.map(({ cpuMsEach }) => cpuMsEach),
      p50: counted.map(({ times }) => quantile(times, 0.5)),
      p99: counted.map(({ times }) => quantile(times, 0.99)),
    }
  }
  try {
    return {
      alone: await roundsOf(quick ? 30 : 500, 1),
      together: await roundsOf(quick ? 100 : 5000, TOGETHER),
    }
  } finally {
    await sides.stop()
  }
}

const measured = new WeakMap<Stage, Promise<ChangeFloors>>()

/** Measured once in a run: every measurement of sync stands beside the same. */
export function changeFloors(stage: Stage): Promise<ChangeFloors> {
  const known = measured.get(stage)
  if (known) return known
  const floors = (async () => ({
    bare: await measureFloor('bare', stage.quick),
    withScripts: await measureFloor('scripts', stage.quick),
  }))()
  measured.set(stage, floors)
  return floors
}

/** What stands for 1 beside a change: its floor with the two scripts. */
export function floorOfChange({ withScripts: { alone, together } }: ChangeFloors) {
  const to = 'floor with scripts'
  const cpuMs = median(together.cpuMs)
  return {
    perSecond: { value: median(together.perSecond), to },
    perCpuSecond: { value: 1000 / cpuMs, to },
    cpuMs: { value: cpuMs, to },
    ms: { value: median(alone.p50), to: 'floor of one alone' },
  } as const satisfies Record<string, Against>
}
