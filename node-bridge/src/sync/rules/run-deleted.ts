import { z } from 'zod'

import type { Sandbox } from '../../sandbox/index.ts'
import { type LocalRecord, WritePlan } from '../../trackers/record.ts'
import { type Rules, type RulesOutcome, type Running, runRules, type Surroundings } from './run-rules.ts'

const Made = z.strictObject({
  plan: WritePlan.extend({
    files: z.null(),
    removesFiles: z.literal(false),
    syncBack: z.literal(false),
    unlink: z.literal(false),
  }).nullable(),
})

export interface DeletedInput extends Omit<Surroundings, 'mayWiden'> {
  readonly record: LocalRecord
  /** The record was made by this pair. */
  readonly madeBySync: boolean
}

/** The other side's record is gone → what shall become of ours. Null: the rules have no word for it. */
export async function runDeleted(
  sandbox: Sandbox,
  rules: Rules,
  input: DeletedInput,
  running: Running = {},
): Promise<RulesOutcome<WritePlan | null>> {
  const { writeOnly, ...record } = input.record
  const given = {
    ...input,
    record: { ...record, fields: { ...writeOnly, ...record.fields } },
    comments: [],
    isDeleted: true,
  }
  const outcome = await runRules(sandbox, rules, given, Made, running)
  return outcome.kind === 'done' ? { ...outcome, result: alone(outcome.result.plan) } : outcome
}

/** Of a record that is deleted nothing else is written. */
const alone = (plan: WritePlan | null): WritePlan | null =>
  plan?.deletes ? { ...plan, fields: {}, entries: [] } : plan
