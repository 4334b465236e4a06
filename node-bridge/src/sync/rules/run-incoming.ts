import type { Replica, SyncComment, SyncFile } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Answerer, Question, Sandbox } from '../../sandbox/index.ts'
import { type Fields, type LocalRecord, WritePlan } from '../../trackers/record.ts'
import { type Rules, type RulesOutcome, type Running, runRules, type Surroundings } from './run-rules.ts'
import { findWidenedText } from './widened-text.ts'

/** Whatever the other side has sent of its record, by that ours is never deleted. */
const Made = z.strictObject({ plan: WritePlan.omit({ deletes: true }), reads: z.array(z.string()) })

export interface IncomingInput extends Surroundings {
  readonly record: LocalRecord
  /** The other side's record, with its replica as it came. */
  readonly theirs: { readonly type: string; readonly key: string; readonly url?: string; readonly replica: Replica }
  readonly previous?: Replica
  /** Paths that the sender changed and that these rules may use, `resolveConflict`. */
  readonly changed: readonly string[]
  /** Paths where the values of this side stand, at a first sync as well. */
  readonly kept?: readonly string[]
  /** New and edited ones only. */
  readonly comments: readonly SyncComment[]
  readonly files: readonly SyncFile[]
}

/** What a script wants written before it goes on. `key`: the same for the same request. */
const Asked = WritePlan.pick({ fields: true, entries: true })
export type StoreAsked = z.infer<typeof Asked> & { readonly key: string }

export interface RunningIncoming extends Running {
  /** Writes it, and answers the fields of the record then; undefined where that was done too often. */
  readonly store?: (asked: StoreAsked) => Promise<Fields | undefined>
}

export interface Planned {
  readonly plan: WritePlan
  /** Changed paths that the script never read. */
  readonly ignored: readonly string[]
}

/** The other side's replica → what shall be written here. */
export async function runIncoming(
  sandbox: Sandbox,
  rules: Rules,
  { mayWiden, theirs, previous, ...input }: IncomingInput,
  { store, ...running }: RunningIncoming = {},
): Promise<RulesOutcome<Planned>> {
  const { replica, ...theirRecord } = theirs
  const { writeOnly, ...record } = input.record
  const given = {
    ...input,
    record: { ...record, fields: { ...writeOnly, ...record.fields } },
    replica: { ...replica, ...theirRecord },
    previous: previous ?? null,
  }
  const widens = (made: Pick<WritePlan, 'entries' | 'fields'>) =>
    mayWiden ? undefined : widenedIn(input.comments, theirs, made)
  const { answer } = running
  const answering =
    answer && store ? { answer: answerAll(answer, (question) => runStore(question, widens, store)) } : {}
  const outcome = await runRules(sandbox, rules, given, Made, { ...running, ...answering })
  if (outcome.kind !== 'done') return outcome
  const { logs, answered, unmapped, result } = outcome
  const widened = widens(result.plan)
  if (widened) return { kind: 'failed', fault: widenedFault(widened), logs, answered, unmapped }
  const ignored = input.changed.filter((path) => !result.reads.includes(path))
  return { kind: 'done', result: { plan: result.plan, ignored }, logs, answered, unmapped }
}

const widenedFault = (id: string) =>
  ({ code: 'journal_widened', message: `the internal entry ${id} would become one that everybody sees` }) as const

const answerAll =
  (answer: Answerer, store: (question: Question) => Promise<string>): Answerer =>
  async (questions) => {
    const isStore = ({ kind, name }: Question) => kind === 'step' && name === 'store'
    const answers = await answer(questions.filter((question) => !isStore(question)))
    let place = 0
    const all: string[] = []
    for (const question of questions) all.push(isStore(question) ? await store(question) : (answers[place++] ?? 'null'))
    return all
  }

/** What is written midway is checked as the plan at the end is. */
async function runStore(
  { key, request }: Question,
  widens: (made: z.infer<typeof Asked>) => string | undefined,
  store: NonNullable<RunningIncoming['store']>,
): Promise<string> {
  const asked = Asked.safeParse(JSON.parse(request))
  if (!asked.success) return faultOf('too_large', 'store() cannot write what was planned so far')
  const widened = widens(asked.data)
  if (widened) return JSON.stringify({ fault: widenedFault(widened) })
  const fields = await store({ ...asked.data, key })
  return fields ? JSON.stringify({ fields }) : faultOf('unsupported', 'store() was used too often for one message')
}

const faultOf = (code: 'too_large' | 'unsupported', message: string) => JSON.stringify({ fault: { code, message } })

/** Checked outside of the sandbox, by what the message says of its entries and by their words. */
function widenedIn(
  comments: readonly SyncComment[],
  theirs: IncomingInput['theirs'],
  { entries, fields }: Pick<WritePlan, 'entries' | 'fields'>,
): string | undefined {
  const internal = new Set(comments.filter((comment) => comment.internal).map(({ id }) => id))
  const visible = entries.filter(({ journal }) => journal === 'comments')
  const widened = visible.find(({ origin }) => origin !== undefined && internal.has(origin))?.origin
  if (widened !== undefined) return widened
  const open = [theirs, comments.filter((comment) => !comment.internal)]
  const made = [visible, Object.values(fields).map(({ value }) => value)]
  return findWidenedText(comments, { open, made })?.id
}
