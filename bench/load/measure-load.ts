import type { Generator, Load, LoadAnswer } from './load.ts'
import type { Usage } from './usage.ts'

export interface MeasuredLoad {
  readonly answer: LoadAnswer
  readonly perSecond: number
  /** Processor time of the server for each request. */
  readonly cpuMsEach: number
  readonly longestStallMs: number
  /** Of the server, right after the load. */
  readonly residentMb: number
}

/** Sends the load and reads the server's clock before and after it. */
export async function measureLoad(
  generator: Generator,
  readUsage: () => Promise<Usage>,
  load: Load,
): Promise<MeasuredLoad> {
  const before = await readUsage()
  const answer = await generator.carry(load)
  const after = await readUsage()
  const count = load.requests.length
  return {
    answer,
    perSecond: (count * 1000) / answer.wallMs,
    cpuMsEach: (after.cpuMs - before.cpuMs) / count,
    longestStallMs: after.longestStallMs,
    residentMb: after.residentMb,
  }
}
