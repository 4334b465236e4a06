import { readFileSync } from 'node:fs'

import type { z } from 'zod'

import type { Answered, Answerer, Known, Outcome, Prelude, Sandbox, Script } from '../../sandbox/index.ts'
import { frameOf } from '../../sandbox/index.ts'
import { isTooLarge } from '../../refusals/refused-fields.ts'
import { readUnmapped, type UnmappedWord, unmappedBy } from './unmapped-words.ts'
import { faultOfFailure, pathInReplica, readStop, type RulesFault } from './rules-fault.ts'

export const PRELUDE: Prelude = {
  name: 'accord',
  code: readFileSync(new URL('./prelude.js', import.meta.url), 'utf8'),
}

export type Direction = 'outgoing' | 'incoming'

/** A script that was read, for one table and direction. */
export interface Rules {
  readonly direction: Direction
  readonly table: string
  readonly script: Script
}

/** What every run of rules is given beside the record. */
export interface Surroundings {
  readonly connection: { readonly name: string; readonly local: string; readonly remote: string }
  /** ISO time of the message; a repeat of the run is given the same one. */
  readonly now: string
  readonly firstSync: boolean
  /** The other record, once it is known. */
  readonly remote?: { readonly key: string; readonly url?: string }
  /** Names of the connections that this record is a pair of. */
  readonly syncedWith: readonly string[]
  /** An internal entry may become visible: whoever published the rules has said so. */
  readonly mayWiden: boolean
}

/** How to run: what is known already, who answers, and for whom it is (owners take turns). */
export interface Running extends Known {
  readonly answer?: Answerer
  readonly owner?: string
}

/** `answered`: for a repeat, and to fetch ahead. `unmapped`: words that nothing in the script or on the record knows. */
interface Trace {
  readonly logs: readonly string[]
  readonly answered: readonly Answered[]
  readonly unmapped: readonly UnmappedWord[]
}

export type RulesOutcome<T> = Trace &
  (
    | { readonly kind: 'done'; readonly result: T }
    | { readonly kind: 'stopped'; readonly reason: string }
    | { readonly kind: 'failed'; readonly fault: RulesFault }
  )

/** Runs rules and reads what they made. Throws `SandboxUnavailable`, and whatever `answer` throws. */
export async function runRules<T>(
  sandbox: Sandbox,
  { direction, script }: Rules,
  input: object,
  schema: z.ZodType<T>,
  { answer, ...known }: Running,
): Promise<RulesOutcome<T>> {
  const text = JSON.stringify({ ...input, direction })
  const outcome = await sandbox.run({ script, prelude: PRELUDE, input: text, ...known }, answer)
  const trace = { logs: outcome.logs, answered: outcome.answered }
  if (outcome.kind !== 'returned') {
    const end = notDone(outcome, script)
    return { ...end, ...trace, unmapped: end.kind === 'failed' ? unmappedBy(end.fault) : [] }
  }
  const { made, unmapped } = readUnmapped(outcome.text)
  const read = schema.safeParse(made)
  const all = { ...trace, unmapped }
  return read.success ? { kind: 'done', result: read.data, ...all } : { ...unreadable(read.error), ...all }
}

function notDone(outcome: Exclude<Outcome, { kind: 'returned' }>, { source }: Script) {
  if (outcome.kind === 'failed') return { kind: 'failed', fault: faultOfFailure(outcome.failure) } as const
  const stop = readStop(outcome.text)
  if ('reason' in stop) return { kind: 'stopped', reason: stop.reason } as const
  const { at } = outcome
  return { kind: 'failed', fault: { ...stop.fault, ...(at && { at, frame: frameOf(source, at) }) } } as const
}

/** What a script made is not what can travel or be written: the paths are named, the values are not. */
function unreadable({ issues }: z.ZodError) {
  const paths = issues.slice(0, 20).map(({ path }) => pathInReplica(`/${path.map(String).join('/')}`))
  const message = issues
    .slice(0, 3)
    .map(({ message: what }, at) => `${paths[at]}: ${what}`)
    .join('; ')
  const code = issues.every(isTooLarge) ? 'too_large' : 'replica_invalid'
  return { kind: 'failed', fault: { code, message, paths } } as const
}
