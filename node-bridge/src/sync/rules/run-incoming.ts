import type { Replica, SyncComment, SyncFile } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Sandbox } from '../../sandbox/index.ts'
import { type LocalRecord, WritePlan } from '../../trackers/record.ts'
import { type Rules, type RulesOutcome, type Running, runRules, type Surroundings } from './run-rules.ts'
import { findWidenedText } from './widened-text.ts'

const Made = z.strictObject({ plan: WritePlan, reads: z.array(z.string()) })

export interface IncomingInput extends Surroundings {
  readonly record: LocalRecord
  /** The other side's record, with its replica as it came. */
  readonly theirs: { readonly type: string; readonly key: string; readonly url?: string; readonly replica: Replica }
  readonly previous?: Replica
  /** Paths that the sender changed and that these rules may use, `resolveConflict`. */
  readonly changed: readonly string[]
  /** New and edited ones only. */
  readonly comments: readonly SyncComment[]
  readonly files: readonly SyncFile[]
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
  running: Running = {},
): Promise<RulesOutcome<Planned>> {
  const { replica, ...theirRecord } = theirs
  const { writeOnly, ...record } = input.record
  const given = {
    ...input,
    record: { ...record, fields: { ...writeOnly, ...record.fields } },
    replica: { ...replica, ...theirRecord },
    previous: previous ?? null,
  }
  const outcome = await runRules(sandbox, rules, given, Made, running)
  if (outcome.kind !== 'done') return outcome
  const { logs, answered, unmapped, result } = outcome
  const widened = mayWiden ? undefined : widenedIn(input.comments, theirs, result.plan)
  if (widened) {
    const message = `the internal entry ${widened} would become one that everybody sees`
    return { kind: 'failed', fault: { code: 'journal_widened', message }, logs, answered, unmapped }
  }
  const ignored = input.changed.filter((path) => !result.reads.includes(path))
  return { kind: 'done', result: { plan: result.plan, ignored }, logs, answered, unmapped }
}

/** Checked outside of the sandbox, by what the message says of its entries and by their words. */
function widenedIn(
  comments: readonly SyncComment[],
  theirs: IncomingInput['theirs'],
  { entries, fields }: WritePlan,
): string | undefined {
  const internal = new Set(comments.filter((comment) => comment.internal).map(({ id }) => id))
  const visible = entries.filter(({ journal }) => journal === 'comments')
  const widened = visible.find(({ origin }) => origin !== undefined && internal.has(origin))?.origin
  if (widened !== undefined) return widened
  const open = [theirs, comments.filter((comment) => !comment.internal)]
  const made = [visible, Object.values(fields).map(({ value }) => value)]
  return findWidenedText(comments, { open, made })?.id
}
