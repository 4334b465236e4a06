import type { ScriptFault, TestedScripts, TestScriptsRequest } from '@accord/shared/schemas'

import type { Outcome } from '../../sandbox/index.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import { beginTrial } from './begin-trial.ts'
import { testIncoming } from './test-incoming.ts'
import { testOutgoing } from './test-outgoing.ts'
import { recordRuns, type TestOutcome } from './trial.ts'

/**
 * Runs a draft on a real record or message by the same functions as published rules, which write nothing. Throws
 * `connection_unknown`, `sync_pair_unknown`; `state_conflict` where no instance is paired, or no message waits; what keeps the
 * record from being read.
 */
export async function testScripts(
  context: ConfigurationContext,
  connectionId: string,
  { subject, at, ...draft }: TestScriptsRequest,
): Promise<TestedScripts> {
  const now = at === undefined ? context.now() : new Date(at)
  const runs = recordRuns(context.sandbox, subject.kind === 'record' ? 'outgoing' : 'incoming')
  const begun = await beginTrial({ ...context, sandbox: runs.sandbox }, connectionId, draft, now)
  if ('faults' in begun) return answerOf(now, faulty(begun.faults[0]), undefined)
  const outcome =
    subject.kind === 'record'
      ? await testOutgoing(begun.trial, draft.table, subject.key)
      : await testIncoming(begun.trial, draft.table, subject, runs.last)
  return answerOf(now, outcome, runs.last())
}

const faulty = (fault: ScriptFault): TestOutcome => ({ kind: 'failed', fault, paths: [] })

const answerOf = (at: Date, outcome: TestOutcome, last: Outcome | undefined): TestedScripts => ({
  at: at.toISOString(),
  outcome,
  lookups: (last?.answered ?? []).flatMap(({ kind, name, request, answer }) =>
    kind === 'lookup' ? [{ name, request, answer }] : [],
  ),
  steps: (last?.answered ?? []).flatMap(({ kind, name, request }) => (kind === 'step' ? [{ name, request }] : [])),
  logs: [...(last?.logs ?? [])],
})
