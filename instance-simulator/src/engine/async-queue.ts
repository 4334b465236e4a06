import type { Log } from '../contracts.ts'

/** Async business rules and the like: one after the other, each a transaction of its own. Failures are logged, not lost. */
export class AsyncQueue {
  readonly #log: Log
  readonly #waiting: { readonly what: string; readonly work: () => Promise<unknown> }[] = []
  #draining: Promise<void> | undefined

  constructor(log: Log) {
    this.#log = log
  }

  push(what: string, work: () => Promise<unknown>): void {
    this.#waiting.push({ what, work })
    this.#draining ??= this.#drain()
  }

  async #drain(): Promise<void> {
    // The transaction that queued this has to end first, as on the platform.
    await new Promise(setImmediate)
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        await next.work()
      } catch (error) {
        this.#log('error', `${next.what} failed`, { reason: String(error) })
      }
    }
    this.#draining = undefined
  }

  async settled(): Promise<void> {
    while (this.#draining) await this.#draining
  }

  stop(): void {
    this.#waiting.length = 0
  }
}
