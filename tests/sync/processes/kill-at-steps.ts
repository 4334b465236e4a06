import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import {
  compareSides,
  countUnsettled,
  describeUnsettled,
  type Differences,
  type Expected,
  isEqual,
  KEY_END,
} from './compare-sides.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { attachFile, openIncident } from './people.ts'
import type { OnWire, SyncStep, Wire } from './steps.ts'

export const VICTIMS = ['nodeA', 'nodeB', 'instanceA', 'instanceB', 'job'] as const
export type Victim = (typeof VICTIMS)[number]

/** A kill that came at its step, or without it because the step did not come in time. */
export interface Kill {
  readonly step: number
  readonly victim: Victim
  readonly isExact: boolean
}

/** A step that does not come is that of a pair which waits for something that died before. */
const STEP_WITHIN_MS = 60_000
/** The longest pauses of those that met a dead one, and the claim of a plan whose job died. */
const EQUAL_WITHIN_MS = 240_000
/** The job writes so often for a new record with its entry, and dies in the middle. */
const WRITES_OF_A_JOB = 9

/** Makes a record with a comment and a file at A, and kills `victim` right after a step of its way to B. */
export interface StepKiller {
  strike(step: SyncStep, victim: Victim): Promise<void>
  readonly kills: readonly Kill[]
  readonly expected: readonly Expected[]
  /** Waits until all is equal; what is not by then is answered, with the pairs that are not through. */
  untilEqual(): Promise<Differences & { readonly unsettled: string; readonly seconds: number }>
}

export function createStepKiller(both: ConnectedProcesses, title: string): StepKiller {
  const { acme, globex } = both
  const kills: Kill[] = []
  const expected: Expected[] = []
  const watch = watchWires(both)

  const kill = async (victim: Victim): Promise<() => Promise<void>> => {
    if (victim === 'job') {
      await globex.instance.control('scheduler', { endJobAfterWrites: 1 + (kills.length % WRITES_OF_A_JOB) })
      return async () => undefined
    }
    const victimOf = { nodeA: acme.node, nodeB: globex.node, instanceA: acme.instance, instanceB: globex.instance }[
      victim
    ]
    await victimOf.kill()
    return () => victimOf.start()
  }

  return {
    kills,
    expected,
    async strike(step, victim) {
      const mark = `${title}-${step.number}-${victim}-${kills.length}`
      const key = `Sync: ${mark}`
      const values = { short_description: `${key}${KEY_END} made`, comments: `said ${mark};` }
      const content = Buffer.from(`content of ${mark}`)
      const hash = createHash('sha256').update(content).digest('hex')
      const armed = watch.arm(step, victim)
      const record = await openIncident(acme, values)
      armed.concerns(record)
      await attachFile(acme, record, `${mark}.txt`, content)
      expected.push({ key, marks: [values.comments], files: new Map([[`${mark}.txt`, hash]]) })
      if (!step.isOver) armed.reach()
      const isExact = await Promise.race([armed.reached.then(() => true), delay(STEP_WITHIN_MS, false)])
      const revive = await kill(victim)
      armed.release()
      kills.push({ step: step.number, victim, isExact })
      await revive()
    },
    async untilEqual() {
      const startedAt = Date.now()
      for (;;) {
        const unsettled = await countUnsettled(both)
        const found = await compareSides(both, expected)
        const isOver = (isEqual(found) && unsettled === 0) || Date.now() - startedAt > EQUAL_WITHIN_MS
        const seconds = (Date.now() - startedAt) / 1000
        if (isOver) return { ...found, unsettled: unsettled === 0 ? '' : await describeUnsettled(both), seconds }
        await delay(1000)
      }
    },
  }
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

interface Armed {
  concerns(record: string): void
  reach(): void
  readonly reached: Promise<void>
  /** The victim is dead: what waits goes on, unless it is the victim's own call that has not left. */
  release(): void
}

const CALLERS: Readonly<Record<Wire, Victim>> = {
  instanceA: 'nodeA',
  instanceB: 'nodeB',
  nodeA: 'nodeB',
  nodeB: 'nodeA',
}

function watchWires({ acme, globex }: ConnectedProcesses): { arm(step: SyncStep, victim: Victim): Armed } {
  let look: (seen: Omit<OnWire, 'record' | 'reads'>) => Promise<void> = async () => undefined
  const wires = {
    nodeA: acme.nodeProxy,
    nodeB: globex.nodeProxy,
    instanceA: acme.instanceProxy,
    instanceB: globex.instanceProxy,
  }
  for (const [wire, proxy] of Object.entries(wires))
    proxy.onStep((at, passing) => look({ wire: wire as Wire, at, passing }))
  return {
    arm(step, victim) {
      const [reached, released] = [signal(), signal()]
      let [record, reads, isReached] = ['none', 0, false]
      look = async (seen) => {
        const isMeant = seen.wire === 'instanceA' && seen.passing.path.endsWith('/sync/read')
        if (isMeant && seen.at === 'arrived' && seen.passing.body.includes(record)) reads += 1
        if (isReached || !step.isOver?.({ ...seen, record, reads })) return
        isReached = true
        reached.give()
        if (step.goesOn) return
        await released.given
        if (seen.at === 'arrived' && CALLERS[seen.wire] === victim) throw new Error('The caller died before it called')
      }
      return {
        concerns: (id) => void (record = id),
        reach: () => reached.give(),
        reached: reached.given,
        release: () => {
          look = async () => undefined
          released.give()
        },
      }
    },
  }
}
