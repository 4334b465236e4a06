import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { answerHostCalls, type HostQuestion } from './worker/host-channel.ts'

/** Answers the host calls of the transaction that runs in this worker now. */
export type Answerer = (question: HostQuestion) => Promise<string>

export interface PoolLimits {
  /** Kept alive between transactions. */
  readonly warm: number
  /** Nesting (script → HTTP → node → instance → script) needs more; beyond this callers wait. */
  readonly max: number
  /** Time that one transaction may compute. Waiting for the main thread does not count. */
  readonly scriptMs: number
  /** How long a transaction waits for a free worker. */
  readonly queueMs: number
}

export const DEFAULT_LIMITS: PoolLimits = { warm: 2, max: 24, scriptMs: 30_000, queueMs: 60_000 }

const WORKER = new URL('./worker/transaction-worker.ts', import.meta.url)
const IDLE: Answerer = () => Promise.reject(new Error('host call outside of a transaction'))

interface Settle {
  readonly resolve: (result: string) => void
  readonly reject: (error: Error) => void
}

/** One thread. Its budget clock stands still while the main thread answers. */
class ScriptWorker {
  readonly #worker: Worker
  readonly #port: MessagePort
  #answer: Answerer = IDLE
  #settle: Settle | undefined
  #budget: NodeJS.Timeout | undefined
  #remainingMs = 0
  #startedAt = 0
  dead = false

  constructor() {
    const { port1, port2 } = new MessageChannel()
    const flag = new Int32Array(new SharedArrayBuffer(4))
    this.#port = port1
    this.#worker = new Worker(WORKER, {
      workerData: { hostPort: port2, flag },
      transferList: [port2],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      name: 'script',
    })
    answerHostCalls(port1, flag, (question) => this.#answerPaused(question))
    this.#worker.on('message', (result: string) => this.#end()?.resolve(result))
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#fail(new Error('engine limit: the script thread ended')))
  }

  async #answerPaused(question: HostQuestion): Promise<string> {
    this.#pause()
    try {
      return await this.#answer(question)
    } finally {
      this.#resume()
    }
  }
  #pause(): void {
    clearTimeout(this.#budget)
    this.#remainingMs -= performance.now() - this.#startedAt
  }
  #resume(): void {
    if (!this.#settle) return
    this.#startedAt = performance.now()
    this.#budget = setTimeout(
      () => {
        this.#fail(new Error('engine limit: the script computed for too long and was stopped'))
        void this.stop()
      },
      Math.max(this.#remainingMs, 1),
    )
  }
  #end(): Settle | undefined {
    clearTimeout(this.#budget)
    const settle = this.#settle
    this.#settle = undefined
    this.#answer = IDLE
    this.#rest()
    return settle
  }
  /** An idle thread keeps no process alive: a test that forgot to close ends all the same. */
  #rest(): void {
    this.#worker.unref()
    this.#port.unref()
  }
  #fail(error: Error): void {
    this.dead = true
    this.#end()?.reject(error)
  }

  run(job: string, answer: Answerer, scriptMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#worker.ref()
      this.#port.ref()
      this.#settle = { resolve, reject }
      this.#answer = answer
      this.#remainingMs = scriptMs
      this.#resume()
      this.#worker.postMessage(job, [])
    })
  }

  async heapBytes(): Promise<number> {
    return (await this.#worker.getHeapStatistics()).used_heap_size
  }

  async stop(): Promise<void> {
    this.dead = true
    this.#port.close()
    await this.#worker.terminate()
  }
}

/** Script threads: one transaction each at a time. */
export class WorkerPool {
  readonly #limits: PoolLimits
  readonly #idle: ScriptWorker[] = []
  readonly #all = new Set<ScriptWorker>()
  readonly #waiting: ((worker: ScriptWorker) => void)[] = []
  #closed = false

  constructor(limits: PoolLimits) {
    this.#limits = limits
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
    const worker = new ScriptWorker()
    this.#all.add(worker)
    return worker
  }

  async #acquire(): Promise<ScriptWorker> {
    if (this.#closed) throw new Error('engine is closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#all.size < this.#limits.max) return this.#start()
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
    else if (this.#idle.length < this.#limits.warm) this.#idle.push(worker)
    else {
      this.#all.delete(worker)
      void worker.stop()
    }
  }

  async run(job: string, answer: Answerer): Promise<string> {
    const worker = await this.#acquire()
    try {
      return await worker.run(job, answer, this.#limits.scriptMs)
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
