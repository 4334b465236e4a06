import type { Worker } from 'node:worker_threads'

import type { FromThread, Job, Report, ToThread } from './messages.ts'

export type Loss = 'overran' | 'out_of_memory' | 'died'

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

  give(job: Job, mostMs: number): void {
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    this.#thread.postMessage({ id: ++this.#id, job } satisfies ToThread)
    this.#timer = setTimeout(() => this.#overrun(this.#id), mostMs)
  }

  /** Ends the thread whatever it does, also in the midst of a native call. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#thread.terminate()
    await this.#gone
  }

  #receive(message: FromThread): void {
    if ('ready' in message) return this.#events.ready()
    if (message.id !== this.#id) return
    clearTimeout(this.#timer)
    this.#events.reported(message.report)
  }

  /** When this process itself was busy, timers come before messages: a report that is already here still counts. */
  #overrun(id: number): void {
    setImmediate(() => {
      this.#timer = setTimeout(() => {
        if (id !== this.#id) return
        this.#loss = 'overran'
        void this.end()
      })
    })
  }
}
