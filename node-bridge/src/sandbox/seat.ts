import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

import type { FromThread, Job, Report, ToThread } from './messages.ts'

/** Between two looks at a thread that has not used its time yet. */
const LOOK_MS = 100

export type Loss = 'overran' | 'out_of_memory' | 'died'

/** What one job may take. */
export interface Allowance {
  /** Of the thread's processor time. */
  readonly usedMs: number
  /** Of the clock, for a thread that stands still. */
  readonly hangMs: number
}

/** What the pool learns of a thread. After `lost` nothing more comes. */
export interface SeatEvents {
  ready(): void
  reported(report: Report): void
  lost(loss: Loss): void
}

/** One thread and the one job that it has at a time. */
export class Seat {
  readonly #thread: Worker
  readonly #events: SeatEvents
  readonly #gone: Promise<void>
  #loss: Loss = 'died'
  #id = 0
  /** When it last reported. */
  #usedMs = 0
  #timer: NodeJS.Timeout | undefined

  constructor(thread: Worker, events: SeatEvents) {
    this.#thread = thread
    this.#events = events
    thread.on('message', (message: FromThread) => this.#receive(message))
    thread.on('messageerror', () => void this.end())
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#loss = 'out_of_memory'
    })
    this.#gone = new Promise((resolve) => {
      thread.once('exit', () => {
        clearTimeout(this.#timer)
        events.lost(this.#loss)
        resolve()
      })
    })
  }

  give(job: Job, most: Allowance): void {
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    this.#thread.postMessage({ id: ++this.#id, job } satisfies ToThread)
    this.#lookAfter(most.usedMs, { ...most, usedMs: this.#usedMs + most.usedMs })
  }

  /** Ends the thread whatever it does, also in the midst of a native call. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#thread.terminate()
    await this.#gone
  }

  #receive(message: FromThread): void {
    if ('ready' in message) {
      this.#usedMs = message.usedMs
      return this.#events.ready()
    }
    if (message.id !== this.#id) return
    clearTimeout(this.#timer)
    this.#usedMs = message.usedMs
    this.#id++
    this.#events.reported(message.report)
  }

  /** What is waited for counts as time of the clock, not what has passed: this process may itself have been stopped. */
  #lookAfter(ms: number, until: Allowance): void {
    const id = this.#id
    const left = { ...until, hangMs: until.hangMs - ms }
    this.#timer = setTimeout(() => void this.#look(id, left), ms)
  }

  async #look(id: number, until: Allowance): Promise<void> {
    if (until.hangMs <= 0) return this.end()
    const asked = this.#thread.cpuUsage()
    // A thread that does not answer does not work, either.
    this.#lookAfter(LOOK_MS, until)
    const used = await asked.catch(() => undefined)
    // A report that has come meanwhile counts.
    await setImmediate()
    if (id !== this.#id || !used) return
    clearTimeout(this.#timer)
    const leftMs = until.usedMs - (used.user + used.system) / 1_000
    if (leftMs > 0) return this.#lookAfter(Math.max(leftMs, LOOK_MS), until)
    this.#loss = 'overran'
    await this.end()
  }
}
