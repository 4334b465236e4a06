import type { AnswerTo, ConsoleCallName, InputOf } from '@accord/shared/contracts'

/** What a call takes, by its contract. */
export type CallInput<Name extends ConsoleCallName> = InputOf<Name> & { readonly signal?: AbortSignal }

/** The same of any call, for the host that sends it. */
export interface SentInput {
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Both hosts' routes hold what they answer to the contract; the pages carry no schemas to do it once more. */
export const answerTo = <Name extends ConsoleCallName>(_name: Name, answer: unknown) => answer as AnswerTo<Name>
