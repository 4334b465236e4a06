import type { RawLimit } from './measurements/raw-limit.ts'
import type { Measured } from './result/figure.ts'

/** What every measurement is given. */
export interface Stage {
  readonly quick: boolean
  readonly long: boolean
  /** Of this machine, in this run. */
  readonly raw: RawLimit
  /** Says what is going on, to the person who waits. */
  readonly progress: (text: string) => void
}

export interface Measurement {
  readonly name: string
  readonly title: string
  run(stage: Stage): Promise<Measured>
}
