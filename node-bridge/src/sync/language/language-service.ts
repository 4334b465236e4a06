import type { Worker } from 'node:worker_threads'

import { Refusal } from '../../refusals/refusal.ts'
import type { Answers, FromThread, Question, ToThread } from './messages.ts'
import { startThread } from './start-thread.ts'

/** Of the clock, for one question; and once as much for the compiler to be loaded. */
const ANSWER_MS = 20_000
/** A compiler that nobody asks gives its memory back. */
const IDLE_MS = 300_000
/** Of questions that wait; more are typed faster than they can be answered. */
const MOST_WAITING = 50

export interface LanguageServiceOptions {
  readonly idleMs?: number
  readonly answerMs?: number
}

interface Asked {
  readonly question: Question
  readonly settle: (answer: Answers[keyof Answers]) => void
  readonly fail: (error: Error) => void
}

/** The compiler in a thread of its own, from the first question on; a question at a time, in their order. */
export class LanguageService {
  readonly #idleMs: number
  readonly #answerMs: number
  readonly #waiting: Asked[] = []
  #thread: Worker | undefined
  #asked: Asked | undefined
  #timer: NodeJS.Timeout | undefined
  #id = 0

  constructor({ idleMs = IDLE_MS, answerMs = ANSWER_MS }: LanguageServiceOptions = {}) {
    this.#idleMs = idleMs
    this.#answerMs = answerMs
  }

  get isRunning(): boolean {
    return this.#thread !== undefined
  }

  /** Throws `retry_later` where too many ask at once, and where the compiler does not come to an end with this script. */
  ask<Kind extends Question['kind']>(question: Extract<Question, { readonly kind: Kind }>): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING) return reject(new Refusal('retry_later'))
      this.#waiting.push({ question, settle: resolve as Asked['settle'], fail: reject })
      if (!this.#asked) this.#next()
    })
  }

  async close(): Promise<void> {
    for (const each of this.#waiting.splice(0)) each.fail(new Refusal('retry_later'))
    await this.#end()
    clearTimeout(this.#timer)
  }

  #next(): void {
    clearTimeout(this.#timer)
    this.#asked = this.#waiting.shift()
    if (!this.#asked) {
      this.#timer = setTimeout(() => void this.#end(), this.#idleMs).unref()
      return
    }
    this.#thread ??= this.#start()
    // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
    this.#thread.postMessage({ id: ++this.#id, question: this.#asked.question } satisfies ToThread)
    this.#limit()
  }

  #limit(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#end(), this.#answerMs).unref()
  }

  #start(): Worker {
    const thread = startThread()
    thread.on('message', (message: FromThread) => {
      if ('isLoaded' in message) {
        if (thread === this.#thread && this.#asked) this.#limit()
      } else if (message.id === this.#id) this.#conclude(message)
    })
    thread.on('exit', () => {
      if (thread !== this.#thread) return
      this.#thread = undefined
      this.#asked?.fail(new Refusal('retry_later', 'The compiler has ended over this script.'))
      this.#next()
    })
    return thread
  }

  #conclude(message: Exclude<FromThread, { isLoaded: true }>): void {
    if ('answer' in message) this.#asked?.settle(message.answer)
    else this.#asked?.fail(new Error(message.error))
    this.#next()
  }

  /** What is under way fails by the thread's end. */
  async #end(): Promise<void> {
    await this.#thread?.terminate()
  }
}
