import type { ParseArgsOptionsConfig } from 'node:util'

/** `human` goes to standard output as it is, `json` in its place with `--json`, `aside` to standard error. */
export interface Answer {
  readonly human: string
  readonly json: unknown
  readonly aside?: string
  /** The command did its work, and what it found is not well: ends with 1. */
  readonly isRefusal?: boolean
}

export interface Command {
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  /** What each option means; one that begins with `*` must be given. */
  readonly explain: Readonly<Record<string, string>>
  run(options: Options, environment: Environment): Promise<Answer>
}

export type Options = Readonly<Record<string, string | undefined>>
export type Environment = Readonly<Record<string, string | undefined>>

/** A call that makes no sense; ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const PASSPHRASE = 'LICENCE_KEY_PASSPHRASE'

export function required(options: Options, name: string): string {
  const value = options[name]
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing. See --help.`)
  return value
}
