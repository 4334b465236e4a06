import type { Worker } from 'node:worker_threads'

/** Milliseconds of a thread's processor time; 0 before the thread runs. Before Node 24.6 nobody can tell: undefined. */
async function usedMs(worker: Worker): Promise<number | undefined> {
  if (typeof worker.cpuUsage !== 'function') return undefined
  return worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  )
}

/** What a thread has computed since it was idle last, however slow or busy the machine is. */
export class ProcessorTime {
  readonly #worker: Worker
  #idleAtMs = 0

  constructor(worker: Worker) {
    this.#worker = worker
  }

  /** The thread says itself what it had used when it began to wait for work: asking it each time would cost more. */
  idleAt(byThenMs: number): void {
    this.#idleAtMs = byThenMs
  }

  /** Infinite when it cannot be measured: then the clock on the wall has decided. */
  async sinceIdle(): Promise<number> {
    const now = await usedMs(this.#worker)
    return now === undefined ? Infinity : now - this.#idleAtMs
  }
}
