import type { MutationAborted, Row } from '../contracts.ts'

/** What the script's thread says became of a write. */
export interface MutationOutcome {
  readonly row?: Row
  readonly aborted?: readonly string[]
  readonly missing?: boolean
  readonly duplicate?: string
  readonly policy?: string
}

export function abortedError(messages: readonly string[], policy?: string): MutationAborted {
  const error = new Error(messages.join('; ') || 'Operation aborted by a business rule')
  return Object.assign(error, { code: 'mutation_aborted' as const, messages, policy })
}
