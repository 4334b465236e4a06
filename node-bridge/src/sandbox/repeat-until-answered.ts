import type { Failure, Position } from './failures.ts'
import { LIMITS } from './limits.ts'
import type { Answered, Question, Report } from './messages.ts'

/** Answers, one for each question and in their order, as JSON. What it throws is thrown to whoever runs the script. */
export type Answerer = (questions: readonly Question[]) => Promise<readonly string[]>

export type Outcome = Trace &
  (
    | { readonly kind: 'returned'; readonly text: string }
    | { readonly kind: 'stopped'; readonly text: string; readonly at?: Position }
    | { readonly kind: 'failed'; readonly failure: Failure }
  )

export interface Trace {
  readonly logs: readonly string[]
  readonly rounds: number
  /** What the last round asked, in its order: given again, the run is repeated without a question. */
  readonly answered: readonly Answered[]
}

export interface Known {
  /** Answers of look-ups that the run may ask. */
  readonly answers?: readonly Answered[]
  /** Steps that are done. The run must ask the same ones in the same order. */
  readonly steps?: readonly Answered[]
}

/**
 * Runs a round, lets its questions be answered and runs it again with the answers, until it asks no more. The script sees one
 * run in which everything was known.
 */
export async function repeatUntilAnswered(
  runRound: (answers: ReadonlyMap<string, string>) => Promise<Report>,
  answer: Answerer,
  { answers = [], steps = [] }: Known,
): Promise<Outcome> {
  const known = new Map([...answers, ...steps].map((one) => [one.key, one]))
  const doneSteps = steps.map(({ key }) => key)
  let before: readonly string[] = []
  for (let rounds = 1; ; rounds++) {
    const { ending, asked, logs } = await runRound(new Map([...known].map(([key, one]) => [key, one.answer])))
    const trace = { logs, rounds, answered: asked.flatMap((key) => known.get(key) ?? []) }
    const fail = (failure: Failure): Outcome => ({ kind: 'failed', failure, ...trace })
    if (ending.kind === 'compiled') throw new Error('A run was asked for, not a compilation.')
    const isThrough = ending.kind === 'returned' || ending.kind === 'stopped'
    const strayed = strays(before, asked, true) ?? strays(doneSteps, asked.filter(isStep), isThrough)
    if (strayed !== undefined && (ending.kind !== 'failed' || !isOfSandbox(ending.failure)))
      return fail({ code: 'not_deterministic', message: strayed })
    if (ending.kind !== 'asked') return { ...ending, ...trace }
    if (rounds === LIMITS.rounds)
      return fail({ code: 'too_many_rounds', message: `asks again after ${LIMITS.rounds} rounds` })
    for (const one of await ask(ending.questions, answer)) known.set(one.key, one)
    before = asked
  }
}

const isStep = (key: string) => key.startsWith('step ')
const isOfSandbox = ({ code }: Failure) => code.startsWith('sandbox_') || code === 'script_timed_out'

/** Where a repeat leaves what was asked before, or `undefined`. A round that ended early may not have come to all of it. */
export function strays(before: readonly string[], now: readonly string[], isThrough: boolean): string | undefined {
  const index = before.findIndex((key, place) => now[place] !== key && (isThrough || place < now.length))
  if (index < 0) return undefined
  const [was, is] = [before[index], now[index]].map((key) => key?.replace(/ [0-9a-f]+$/, ''))
  return is === undefined
    ? `a repeat no longer asks ${was}`
    : `a repeat asks ${is} where it asked ${was}, or with another request`
}

async function ask(questions: readonly Question[], answer: Answerer): Promise<readonly Answered[]> {
  const answers = await answer(questions)
  return questions.map((question, index) => {
    const text = answers[index]
    if (text === undefined) throw new TypeError(`No answer for ${question.kind} ${question.name}.`)
    JSON.parse(text)
    return { ...question, answer: text }
  })
}
