import type { ParseArgsOptionsConfig } from 'node:util'

import type { NodeClient } from './node-client.ts'
import type { Lines } from './output.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What the words after a command's name have become. */
export interface Words {
  readonly positionals: readonly string[]
  /** Value of `--name`, if it was given. */
  text(name: string): string | undefined
  flag(name: string): boolean
}

/** What a command has to say. `human` goes to standard output; `json` in its place with `--json`. */
export interface Answer {
  readonly human: Lines
  readonly json: unknown
  /** For the person, never for a pipe: goes to standard error. */
  readonly aside?: Lines
  /** The command did its work, and what it found is not well. */
  readonly isRefusal?: boolean
}

export interface CommandContext {
  readonly words: Words
  /** With what the settings file adds. */
  readonly environment: Environment
  /** The environment without the settings file: whoever reads all settings reads the file itself, and names it in errors. */
  readonly given: Environment
  /** Ends a command that runs until it is stopped. */
  readonly stop: AbortSignal
  /** Made when it is asked for: some commands need no node. Throws `UsageError` where address or token is missing. */
  readonly node: () => NodeClient
}

export interface Command {
  /** One word, or two as in `audit verify`. */
  readonly name: string
  readonly summary: string
  /** What comes after the name, for the help. */
  readonly usage: string
  /** Number of words that must come, apart from options. */
  readonly positionals: { readonly min: number; readonly max: number }
  readonly options: ParseArgsOptionsConfig
  /** What each option means, for the help. */
  readonly explain: Readonly<Record<string, string>>
  /** Stands below the options in the help. */
  readonly more?: () => string
  run(context: CommandContext): Promise<Answer>
}

/** A call of the command line that makes no sense; ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The node, or a file, refused; ends with 1. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** No answer, or none of a node; ends with 3. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const
