import type { Direction } from '../rules/index.ts'

/** A script that is being written, and the declarations of the tables that it may name. */
export interface Draft {
  readonly direction: Direction
  readonly source: string
  /** `tables.d.ts` of this direction. */
  readonly tables: string
  /** Of the reader, for what the compiler itself says: a language that it has, otherwise English. */
  readonly language: string
}

/** A place in the source: lines and columns from 1, in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * What is wrong, by code with its facts; `message` is what the compiler says. `to`: the place behind the last character at fault.
 */
export interface Finding {
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
  readonly message: string
  readonly from: Place
  readonly to: Place
}

export interface Completion {
  readonly label: string
  /** Of the compiler: property, method, string, keyword and the like. */
  readonly kind: string
  readonly detail: string
  readonly documentation: string
  /** Lines of a script; empty where there are none. */
  readonly example: string
}

/** `from`: offset in the source where the word begins that a completion replaces. */
export interface Completions {
  readonly from: number
  readonly options: readonly Completion[]
}

/** What stands at a place. `from`, `to`: offsets of the word. */
export interface Hover {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly documentation: string
  readonly example: string
}

/** A call that is being written, and which of its parameters comes next. */
export interface Signature {
  readonly text: string
  readonly documentation: string
  readonly example: string
  /** Offsets in `text`. */
  readonly parameter: { readonly from: number; readonly to: number } | null
}

export interface PlaceDescription {
  readonly hover: Hover | null
  readonly signature: Signature | null
}

export type Question =
  | { readonly kind: 'diagnose'; readonly draft: Draft }
  | { readonly kind: 'complete'; readonly draft: Draft; readonly offset: number }
  | { readonly kind: 'describe'; readonly draft: Draft; readonly offset: number }

/** What each kind of question is answered with. */
export interface Answers {
  readonly diagnose: readonly Finding[]
  readonly complete: Completions
  readonly describe: PlaceDescription
}

export interface ToThread {
  readonly id: number
  readonly question: Question
}

/** `isLoaded`: the compiler is there, and the first question is its own time. */
export type FromThread =
  | { readonly isLoaded: true }
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly error: string }
