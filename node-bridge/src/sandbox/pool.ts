import type { Worker } from 'node:worker_threads'

import { FairQueue } from './fair-queue.ts'
import type { FailureCode } from './failures.ts'
import { LIMITS } from './limits.ts'
import type { Job, Report } from './messages.ts'
import { type Loss, Seat } from './seat.ts'

export interface PoolOptions {
  readonly threads: number
  /** Jobs that wait for a thread. One more is refused. */
  readonly mostWaiting: number
  /** After which a thread that stands still is given up. */
  readonly hangMs: number
  readonly startThread: () => Promise<Worker>
}

interface Waiting {
  readonly job: Job
  readonly owner: string
  readonly settle: (report: Report) => void
  /** A thread has died under it once. */
  isRepeated: boolean
}

interface Place {
  seat?: Seat
  isReady: boolean
  work?: Waiting
}

const MOST_FAILED_STARTS = 3

/** A fixed number of threads, one job each. A thread that ends is replaced, its job is reported or done again. */
export class Pool {
  readonly #options: PoolOptions
  readonly #waiting = new FairQueue<Waiting>()
  readonly #places = new Set<Place>()
  readonly #starting = new Set<Promise<void>>()
  #failedStarts = 0
  #isClosed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  get figures() {
    const places = [...this.#places]
    return { threads: places.length, busy: places.filter(({ work }) => work).length, waiting: this.#waiting.size }
  }

  run(job: Job, owner: string): Promise<Report> {
    if (this.#isClosed) return Promise.resolve(failed('sandbox_closed', 'the sandbox is closed'))
    if (this.#waiting.size >= this.#options.mostWaiting) {
      const message = `${this.#waiting.size} runs wait already`
      return Promise.resolve(failed('sandbox_busy', message))
    }
    return new Promise((settle) => {
      this.#waiting.add(owner, { job, owner, settle, isRepeated: false })
      this.#fill()
    })
  }

  /** Ends the pool: every run that waits or works is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#failWaiting('sandbox_closed', 'the sandbox is closed')
    await Promise.all(this.#starting)
    await Promise.all([...this.#places].map(({ seat }) => seat?.end()))
  }

  #fill(): void {
    for (const place of this.#places) if (place.isReady && !place.work) this.#give(place)
    const coming = [...this.#places].filter(({ isReady }) => !isReady).length
    const wanted = Math.min(this.#waiting.size - coming, this.#options.threads - this.#places.size)
    for (let index = 0; index < wanted; index++) this.#open()
  }

  #give(place: Place): void {
    const work = this.#waiting.take()
    if (!work) return
    place.work = work
    place.seat?.give(work.job, { usedMs: mostMsOf(work.job), hangMs: this.#options.hangMs })
  }

  #open(): void {
    const place: Place = { isReady: false }
    this.#places.add(place)
    const started = this.#start(place)
    this.#starting.add(started)
    void started.finally(() => this.#starting.delete(started))
  }

  async #start(place: Place): Promise<void> {
    try {
      const thread = await this.#options.startThread()
      place.seat = new Seat(thread, {
        ready: () => this.#ready(place),
        reported: (report) => this.#reported(place, report),
        lost: (loss) => this.#lost(place, loss),
      })
    } catch {
      this.#lost(place, 'died')
    }
  }

  #ready(place: Place): void {
    this.#failedStarts = 0
    place.isReady = true
    this.#fill()
  }

  #reported(place: Place, report: Report): void {
    const { work } = place
    delete place.work
    work?.settle(report)
    if (!report.isSpent) return this.#fill()
    place.isReady = false
    void place.seat?.end()
  }

  #lost(place: Place, loss: Loss): void {
    const { work } = place
    this.#places.delete(place)
    if (!place.isReady && loss === 'died') this.#failedStarts++
    if (work) this.#lostWork(work, loss)
    if (this.#isClosed) return
    if (this.#failedStarts >= MOST_FAILED_STARTS) {
      this.#failedStarts = 0
      return this.#failWaiting('sandbox_lost', 'no thread can be started')
    }
    // A fresh thread stands ready before the next run needs it.
    if (place.isReady) this.#open()
    this.#fill()
  }

  #lostWork(work: Waiting, loss: Loss): void {
    if (this.#isClosed) return work.settle(failed('sandbox_closed', 'the sandbox is closed'))
    if (loss === 'overran')
      return work.settle(failed('script_timed_out', `ended after ${mostMsOf(work.job)} ms of processor time`))
    if (loss === 'out_of_memory') return work.settle(failed('script_out_of_memory', 'the thread ran out of memory'))
    if (work.isRepeated) return work.settle(failed('sandbox_lost', 'a thread has died twice under this run'))
    // A run changes nothing outside, so that it may be done again; once, in case that it is what kills.
    this.#waiting.add(work.owner, { ...work, isRepeated: true })
  }

  #failWaiting(code: FailureCode, message: string): void {
    for (let work = this.#waiting.take(); work; work = this.#waiting.take()) work.settle(failed(code, message))
  }
}

const mostMsOf = ({ kind }: Job) => (kind === 'compile' ? LIMITS.compileMs : LIMITS.terminateMs)

const failed = (code: FailureCode, message: string): Report => ({
  ending: { kind: 'failed', failure: { code, message } },
  asked: [],
  logs: [],
  isSpent: false,
})
