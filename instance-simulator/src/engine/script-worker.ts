import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Release } from '../releases.ts'
import { ProcessorTime } from './processor-time.ts'
import { TransactionCancelled } from './transaction-cancelled.ts'
import { answerHostCalls, type HostQuestion } from './worker/host-channel.ts'
import type { WorkerJob } from './worker/transaction-worker.ts'

/** Answers the host calls of the transaction that runs in this worker now. */
export type Answerer = (question: HostQuestion) => Promise<string>

/** Thrown by an answerer: the thread dies in the middle of the script, as with the machine under it. */
export class ScriptEnded extends Error {
  override readonly name = 'ScriptEnded'
}

const WORKER = new URL('./worker/transaction-worker.ts', import.meta.url)
/** Answers from the main thread's memory take less. */
const WAITING_AFTER_MS = 5
const IDLE: Answerer = () => Promise.reject(new Error('host call outside of a transaction'))

export interface TransactionLimits {
  /** Processor time, so that a busy machine cancels nothing. */
  readonly scriptMs: number
  /** By the clock on the wall. */
  readonly quotaMs: number | null
}

interface Settle {
  readonly resolve: (result: string) => void
  readonly reject: (error: Error) => void
}

/** One thread. Its budget clock stands still while the main thread answers. */
export class ScriptWorker {
  readonly #worker: Worker
  readonly #port: MessagePort
  #answer: Answerer = IDLE
  #settle: Settle | undefined
  #budget: NodeJS.Timeout | undefined
  #quota: NodeJS.Timeout | undefined
  readonly #time: ProcessorTime
  #remainingMs = 0
  #startedAt = 0
  #scriptMs = 0
  #isPaused = false
  readonly #onWaiting: () => void
  #timeout: NodeJS.Timeout | undefined
  /** A host call of the script is unanswered for some time: an HTTP call, or a script that has to run first. */
  isWaiting = false
  dead = false

  constructor(release: Release, onWaiting: () => void = () => undefined) {
    this.#onWaiting = onWaiting
    const { port1, port2 } = new MessageChannel()
    const flag = new Int32Array(new SharedArrayBuffer(4))
    this.#port = port1
    this.#worker = new Worker(WORKER, {
      workerData: { hostPort: port2, flag, release },
      transferList: [port2],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      name: 'script',
    })
    this.#time = new ProcessorTime(this.#worker)
    answerHostCalls(port1, flag, {
      answer: (question) => this.#answerPaused(question),
      notice: (question) => void this.#answer(question),
      idle: (usedMs, result) => {
        this.#time.idleAt(usedMs)
        if (result !== undefined) this.#end()?.resolve(result)
      },
    })
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#fail(new Error('engine limit: the script thread ended')))
  }

  async #answerPaused(question: HostQuestion): Promise<string> {
    this.#pause()
    try {
      return await this.#answer(question)
    } catch (error) {
      if (error instanceof ScriptEnded) return await this.#die(error)
      throw error
    } finally {
      this.#resume()
    }
  }
  /** The script learns nothing any more. */
  async #die(error: ScriptEnded): Promise<never> {
    this.#fail(error)
    await this.stop()
    return new Promise<never>(() => undefined)
  }
  #pause(): void {
    this.#isPaused = true
    this.#timeout = setTimeout(() => {
      this.isWaiting = true
      this.#onWaiting()
    }, WAITING_AFTER_MS)
    clearTimeout(this.#budget)
    this.#remainingMs -= performance.now() - this.#startedAt
  }
  #resume(): void {
    this.#isPaused = false
    this.isWaiting = false
    clearTimeout(this.#timeout)
    if (!this.#settle) return
    this.#startedAt = performance.now()
    this.#budget = setTimeout(() => void this.#checkBudget(this.#settle), Math.max(this.#remainingMs, 1))
  }
  /** The time on the clock is over; on a busy machine the script may have had little of it, then it goes on. */
  async #checkBudget(settle: Settle | undefined): Promise<void> {
    const leftMs = this.#scriptMs - (await this.#time.sinceIdle())
    if (!settle || this.#settle !== settle) return
    if (leftMs > 0) {
      this.#remainingMs = leftMs
      if (!this.#isPaused) this.#resume()
      return
    }
    this.#fail(new Error('engine limit: the script computed for too long and was stopped'))
    void this.stop()
  }
  #end(): Settle | undefined {
    clearTimeout(this.#budget)
    clearTimeout(this.#quota)
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

  run(job: WorkerJob, answer: Answerer, { scriptMs, quotaMs }: TransactionLimits): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#worker.ref()
      this.#port.ref()
      this.#settle = { resolve, reject }
      this.#answer = answer
      this.#scriptMs = scriptMs
      this.#remainingMs = scriptMs
      this.#resume()
      if (quotaMs !== null) this.#quota = setTimeout(() => this.#cancel(), quotaMs)
      this.#worker.postMessage(job, [])
    })
  }

  /** As the quota manager of the platform does it: whatever the script has written stays written. */
  #cancel(): void {
    this.#fail(new TransactionCancelled())
    void this.stop()
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
