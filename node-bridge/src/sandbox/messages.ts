/** What goes between the pool and its threads: plain data only. */
import type { Failure, Position } from './failures.ts'

export interface Prelude {
  /** The module that the script imports. */
  readonly name: string
  /** JavaScript. It alone may import `sandbox`. */
  readonly code: string
}

export interface Question {
  readonly kind: 'lookup' | 'step'
  readonly name: string
  /** JSON, members in the order of their names. */
  readonly request: string
  /** Kind, name and hash of the request. */
  readonly key: string
}

export interface Answered extends Question {
  /** JSON. */
  readonly answer: string
}

export interface RunJob {
  readonly kind: 'run'
  readonly name: string
  readonly code: string
  readonly prelude?: Prelude
  /** Name of the export. */
  readonly call: string
  /** JSON. */
  readonly input: string
  readonly answers: ReadonlyMap<string, string>
}

export interface CompileJob {
  readonly kind: 'compile'
  readonly name: string
  readonly source: string
  readonly prelude?: Prelude
}

export type Job = RunJob | CompileJob

/** How one round ended. */
export type Ending =
  | { readonly kind: 'returned'; readonly text: string }
  | { readonly kind: 'stopped'; readonly text: string; readonly at?: Position }
  | { readonly kind: 'asked'; readonly questions: readonly Question[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'compiled'; readonly code: string; readonly exports: readonly string[] }

export interface Report {
  readonly ending: Ending
  /** Keys of all questions of this round, in their order. */
  readonly asked: readonly string[]
  readonly logs: readonly string[]
  /** The thread is in doubt after this and takes no other job. */
  readonly isSpent: boolean
}

/** With the processor time that the thread has used in its life, in milliseconds. */
export type FromThread = { readonly usedMs: number } & (
  { readonly ready: true } | { readonly id: number; readonly report: Report }
)
export type ToThread = { readonly id: number; readonly job: Job }
