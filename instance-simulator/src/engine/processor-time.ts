import type { Worker } from 'node:worker_threads'

/** Milliseconds of a thread's processor time; 0 before the thread runs. Before Node 24.6 nobody can tell: undefined. */
async function usedMs(worker: Worker): Promise<number | undefined> {
  if (typeof worker.cpuUsage !== 'function') return undefined
  return worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  )
}

/** What a thread has computed since its job began, however slow or busy the machine is. */
export class ProcessorTime {
  readonly #worker: Worker
  #startMs: Promise<number | undefined> = Promise.resolve(0)

  constructor(worker: Worker) {
    this.#worker = worker
  }

  start(): void {
    this.#startMs = usedMs(this.#worker)
  }

  /** Infinite when it cannot be measured: then the clock on the wall has decided. */
  async sinceStart(): Promise<number> {
    const [start, now] = [await this.#startMs, await usedMs(this.#worker)]
    return start === undefined || now === undefined ? Infinity : now - start
  }
}
