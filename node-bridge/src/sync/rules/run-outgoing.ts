import { RecordKey, RecordType, RecordUrl, Replica, SyncComment, SyncFile } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Sandbox } from '../../sandbox/index.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import { type Rules, type RulesOutcome, type Running, runRules, type Surroundings } from './run-rules.ts'
import { findWidenedText } from './widened-text.ts'

/** What the other side shall know of our record. */
export const Replicated = z.strictObject({
  record: z.strictObject({ type: RecordType, key: RecordKey, url: RecordUrl.optional() }),
  replica: Replica,
  // How long one may be is asked of those that are sent: what we have written of the other side's is longer than theirs.
  comments: z.array(SyncComment.extend({ body: z.string() })),
  files: z.array(SyncFile),
  syncBack: z.boolean(),
  unlink: z.boolean(),
})
export type Replicated = z.infer<typeof Replicated>

export interface OutgoingInput extends Surroundings {
  readonly record: LocalRecord
}

/** Our record → what travels of it. */
export async function runOutgoing(
  sandbox: Sandbox,
  rules: Rules,
  { mayWiden, record: whole, ...surroundings }: OutgoingInput,
  running: Running = {},
): Promise<RulesOutcome<Replicated>> {
  const { table, key, url, fields, comments, files, areFilesClosed = false } = whole
  const record = { table, key, fields, comments, files, areFilesClosed, ...(url !== undefined && { url }) }
  const outcome = await runRules(sandbox, rules, { ...surroundings, record }, Replicated, running)
  if (outcome.kind !== 'done' || mayWiden) return outcome
  const widened = widenedIn(record, outcome.result)
  if (!widened) return outcome
  const message = `the internal entry ${widened.id} of ${widened.author.name} would be sent as one that everybody may see`
  const { logs, answered, unmapped } = outcome
  return { kind: 'failed', fault: { code: 'journal_widened', message }, logs, answered, unmapped }
}

/** Checked outside of the sandbox, by what the record says of its entries and by their words. */
function widenedIn(
  { comments, fields }: Pick<LocalRecord, 'comments' | 'fields'>,
  { comments: sent, ...others }: Replicated,
): SyncComment | undefined {
  const internal = new Set(comments.filter((comment) => comment.internal).map(({ id }) => id))
  const visible = sent.filter((comment) => !comment.internal)
  const widened = visible.find(({ id }) => internal.has(id))
  if (widened) return widened
  const open = [fields, comments.filter((comment) => !comment.internal)]
  return findWidenedText(comments, { open, made: [others, visible] })
}
