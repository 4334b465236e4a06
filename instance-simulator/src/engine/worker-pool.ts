import { NEWEST_RELEASE, type Release } from '../releases.ts'
import { ScriptWorker, type Answerer } from './script-worker.ts'
import type { WorkerJob } from './worker/transaction-worker.ts'

export interface PoolLimits {
  /** So many may compute at once before a caller waits; starting a thread costs more than most scripts. */
  readonly warm: number
  /** Kept alive between transactions. */
  readonly kept: number
  /** Nesting (script → HTTP → node → instance → script) needs more: a script that waits does not compute. */
  readonly max: number
  /** Processor time that one transaction may use. Waiting does not count, neither for the main thread nor for a busy machine. */
  readonly scriptMs: number
  /** How long a transaction waits for a free worker. */
  readonly queueMs: number
}

export const DEFAULT_LIMITS: PoolLimits = { warm: 2, kept: 8, max: 24, scriptMs: 30_000, queueMs: 60_000 }

/** Script threads: one transaction each at a time. */
export class WorkerPool {
  readonly #limits: PoolLimits
  readonly #engineRelease: Release
  readonly #idle: ScriptWorker[] = []
  readonly #all = new Set<ScriptWorker>()
  readonly #waiting: ((worker: ScriptWorker) => void)[] = []
  #closed = false

  constructor(limits: PoolLimits, release: Release = NEWEST_RELEASE) {
    this.#limits = limits
    this.#engineRelease = release
  }

  get size(): number {
    return this.#all.size
  }

  /** What the scripts' threads hold, garbage included. */
  async heapBytes(): Promise<number> {
    const sizes = await Promise.all([...this.#all].map((worker) => worker.heapBytes()))
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  #start(): ScriptWorker {
    const worker = new ScriptWorker(this.#engineRelease, () => this.#startForWaiting())
    this.#all.add(worker)
    return worker
  }

  /** A script waits for something else: what it waits for may need a thread itself. */
  #startForWaiting(): void {
    if (this.#closed || this.#waiting.length === 0 || this.#all.size >= this.#limits.max) return
    this.#waiting.shift()?.(this.#start())
  }

  get #computing(): number {
    const waiting = [...this.#all].filter((worker) => worker.isWaiting).length
    return this.#all.size - this.#idle.length - waiting
  }

  async #acquire(): Promise<ScriptWorker> {
    if (this.#closed) throw new Error('engine is closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#computing < this.#limits.warm && this.#all.size < this.#limits.max) return this.#start()
    return new Promise((resolve, reject) => {
      const take = (worker: ScriptWorker) => {
        clearTimeout(timer)
        resolve(worker)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1)
        reject(new Error(`engine limit: ${this.#limits.max} scripts are running, none ended in time`))
      }, this.#limits.queueMs)
      this.#waiting.push(take)
    })
  }

  #release(worker: ScriptWorker): void {
    if (worker.dead || this.#closed) {
      this.#all.delete(worker)
      void worker.stop()
      const next = this.#closed ? undefined : this.#waiting.shift()
      next?.(this.#start())
      return
    }
    const next = this.#waiting.shift()
    if (next) next(worker)
    else if (this.#idle.length < this.#limits.kept) this.#idle.push(worker)
    else {
      this.#all.delete(worker)
      void worker.stop()
    }
  }

  /**
   * `makeJob` is called when a thread is free; `quota` then, too: how long this transaction may still take, whatever it
   * waits for. It throws where nothing is left.
   */
  async run(makeJob: () => WorkerJob, answer: Answerer, quota: () => number | null = () => null): Promise<string> {
    const worker = await this.#acquire()
    try {
      return await worker.run(makeJob(), answer, { scriptMs: this.#limits.scriptMs, quotaMs: quota() })
    } finally {
      this.#release(worker)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#all].map((worker) => worker.stop()))
    this.#all.clear()
    this.#idle.length = 0
  }
}
