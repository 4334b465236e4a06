import type { Log } from '../contracts.ts'
import type { Timing } from '../timing.ts'

/** Async business rules and the like: one after the other, each a transaction of its own. Failures are logged, not lost. */
export class AsyncQueue {
  readonly #log: Log
  readonly #timing: Timing
  readonly #waiting: { readonly what: string; readonly work: () => Promise<unknown>; readonly queuedAtMs: number }[] =
    []
  readonly #beside = new Set<Promise<void>>()
  #draining: Promise<void> | undefined

  constructor(log: Log, timing: Timing) {
    this.#log = log
    this.#timing = timing
  }

  /** Begins in its time whatever else runs, as a job that another worker of the scheduler took. */
  startBeside(what: string, work: () => Promise<unknown>): void {
    const queuedAtMs = Date.now()
    const run = new Promise(setImmediate)
      .then(() => this.#timing.turn(queuedAtMs))
      .then(work)
      .catch((error: unknown) => this.#log('error', `${what} failed`, { reason: String(error) }))
      .then(() => void this.#beside.delete(run))
    this.#beside.add(run)
  }

  /** Work that has begun already: the instance is not settled before it is done. */
  goesOn(work: Promise<unknown>): void {
    const run: Promise<void> = work.then(
      () => void this.#beside.delete(run),
      () => void this.#beside.delete(run),
    )
    this.#beside.add(run)
  }

  push(what: string, work: () => Promise<unknown>): void {
    this.#waiting.push({ what, work, queuedAtMs: Date.now() })
    this.#draining ??= this.#drain()
  }

  async #drain(): Promise<void> {
    // The transaction that queued this has to end first, as on the platform.
    await new Promise(setImmediate)
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await this.#timing.turn(next.queuedAtMs)
      try {
        await next.work()
      } catch (error) {
        this.#log('error', `${next.what} failed`, { reason: String(error) })
      }
    }
    this.#draining = undefined
  }

  /** While the scheduler is overdue nothing will come of waiting, so nobody waits. */
  async settled(): Promise<void> {
    while (!this.#timing.paused && (this.#draining || this.#beside.size > 0)) {
      await Promise.race([Promise.all([this.#draining, ...this.#beside]), this.#timing.changed()])
    }
  }

  stop(): void {
    this.#waiting.length = 0
  }
}
