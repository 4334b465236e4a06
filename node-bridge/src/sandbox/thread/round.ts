import { hash } from 'node:crypto'

import { LIMITS } from '../limits.ts'
import type { Ending, Question } from '../messages.ts'
import { usedMs } from './used-ms.ts'

/** What one round has asked and said so far, and how it ended. The first ending counts: nothing after it is received. */
export class Round {
  readonly asked: string[] = []
  readonly logs: string[] = []
  readonly #answers: ReadonlyMap<string, string>
  readonly #prefetched = new Map<string, Question>()
  /** What the thread has used when the round must stop. */
  readonly #mostUsedMs: number
  /** Before this moment it cannot have used so much. */
  #nextLookAt: number
  #ending: Ending | undefined
  #isLate = false
  #linesLeftOut = 0

  constructor(answers: ReadonlyMap<string, string>, mostMs: number) {
    this.#answers = answers
    this.#mostUsedMs = usedMs() + mostMs
    this.#nextLookAt = performance.now() + mostMs
  }

  get ending(): Ending | undefined {
    return this.#ending
  }

  get isLate(): boolean {
    return this.#isLate
  }

  /** The engine asks again and again; once true, it stays true. */
  mustStop(): boolean {
    if (!this.#isLate && performance.now() > this.#nextLookAt) this.#look()
    return this.#isLate || this.#ending !== undefined
  }

  /** The clock is ten times as cheap to ask as the processor time, and runs at least as fast. */
  #look(): void {
    const leftMs = this.#mostUsedMs - usedMs()
    this.#isLate = leftMs <= 0
    this.#nextLookAt = performance.now() + leftMs
  }

  end(ending: Ending): void {
    this.#ending ??= ending
  }

  /** The recorded answer; without one the round ends with this question and all that are to be prefetched. */
  ask(kind: Question['kind'], name: string, request: string): string | undefined {
    const question = this.#note(kind, name, request)
    if (!question) return undefined
    const answer = this.#answers.get(question.key)
    if (answer !== undefined) return answer
    this.#prefetched.set(question.key, question)
    this.end({ kind: 'asked', questions: [...this.#prefetched.values()] })
    return undefined
  }

  prefetch(name: string, request: string): void {
    const question = this.#note('lookup', name, request)
    if (question && !this.#answers.has(question.key)) this.#prefetched.set(question.key, question)
  }

  log(line: string): void {
    if (this.logs.length < LIMITS.logLines) this.logs.push(line)
    else this.#linesLeftOut++
  }

  allLogs(): readonly string[] {
    return this.#linesLeftOut > 0 ? [...this.logs, `(${this.#linesLeftOut} more lines)`] : this.logs
  }

  #note(kind: Question['kind'], name: string, request: string): Question | undefined {
    if (this.#ending) return undefined
    const key = `${kind} ${name.slice(0, 100)} ${hash('sha256', `${name}\n${request}`)}`
    if (!this.asked.includes(key)) this.asked.push(key)
    if (this.asked.length <= LIMITS.questions) return { kind, name, request, key }
    const message = `more than ${LIMITS.questions} look-ups and steps`
    this.end({ kind: 'failed', failure: { code: 'too_many_questions', message } })
    return undefined
  }
}
