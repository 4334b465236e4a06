import { arch, cpus, loadavg, platform, totalmem } from 'node:os'

/** On what, when and under what load the run was made. */
export interface Machine {
  readonly at: string
  readonly node: string
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memoryMb: number
  /** Means of 1, 5 and 15 minutes as the run began. */
  readonly loadBefore: readonly number[]
}

export function describeMachine(): Machine {
  const processors = cpus()
  return {
    at: new Date().toISOString(),
    node: process.version,
    system: `${platform()} ${arch()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryMb: Math.round(totalmem() / 1e6),
    loadBefore: loadavg().map((load) => Math.round(load * 100) / 100),
  }
}

/** A machine with other work gives figures that say nothing: more than a quarter of its cores was at work. */
export const isBusy = ({ loadBefore: [lastMinute = 0], cores }: Pick<Machine, 'loadBefore' | 'cores'>): boolean =>
  lastMinute > cores / 4
