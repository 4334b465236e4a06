import { RecordKey, RecordType, RecordUrl, Replica, SyncComment, SyncFile } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Sandbox } from '../../sandbox/index.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import { type Rules, type RulesOutcome, type Running, runRules, type Surroundings } from './run-rules.ts'

/** What the other side shall know of our record. */
export const Replicated = z.strictObject({
  record: z.strictObject({ type: RecordType, key: RecordKey, url: RecordUrl.optional() }),
  replica: Replica,
  comments: z.array(SyncComment),
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
  const widened = widenedIn(record, outcome.result.comments)
  if (!widened) return outcome
  const message = `the internal entry ${widened.id} of ${widened.author.name} would be sent as one that everybody may see`
  const { logs, answered } = outcome
  return { kind: 'failed', fault: { code: 'journal_widened', message }, logs, answered }
}

/** Checked outside of the sandbox, by what the record says of its entries. */
function widenedIn(record: Pick<LocalRecord, 'comments'>, sent: readonly SyncComment[]): SyncComment | undefined {
  const internal = new Set(record.comments.filter((comment) => comment.internal).map(({ id }) => id))
  return sent.find((comment) => !comment.internal && internal.has(comment.id))
}
