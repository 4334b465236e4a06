import type { ScriptFault, TestedScripts, TestScriptsRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { Outcome } from '../../sandbox/index.ts'
import { compileBoth, faultsOf } from '../configuration/check-scripts.ts'
import { type ConfigurationContext, findTracker } from '../configuration/configuration-context.ts'
import type { CompiledRules, Direction } from '../rules/index.ts'
import { testIncoming } from './test-incoming.ts'
import { testOutgoing } from './test-outgoing.ts'
import { answerWithoutSteps, recordRuns, type TestOutcome, type Trial } from './trial.ts'

/**
 * Runs a draft on a real record or message by the same functions as published rules, which write nothing. Throws
 * `connection_unknown`, `sync_pair_unknown`; `state_conflict` where no instance is paired, or no message waits; what keeps the
 * record from being read.
 */
export async function testScripts(
  context: ConfigurationContext,
  connectionId: string,
  { subject, at, table, outgoing, incoming }: TestScriptsRequest,
): Promise<TestedScripts> {
  const connection = await findConnection(context.database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  const tracker = await findTracker(context)
  if (!tracker) throw new Refusal('state_conflict', 'No instance is paired whose records could be read.')
  const now = at === undefined ? context.now() : new Date(at)
  const direction: Direction = subject.kind === 'record' ? 'outgoing' : 'incoming'
  const compiled = await compileBoth(context, connectionId, { table, outgoing, incoming })
  const [fault] = faultsOf(compiled)
  if (fault) return answerOf(now, faulty(fault), undefined)
  const runs = recordRuns(context.sandbox, direction)
  const draft = {
    outgoing: draftOf(connectionId, compiled.outgoing, now),
    incoming: draftOf(connectionId, compiled.incoming, now),
  }
  const trial: Trial = {
    context: { ...context, sandbox: runs.sandbox, draft, now: () => now },
    connection,
    tracker,
    answer: answerWithoutSteps(tracker),
  }
  const outcome =
    subject.kind === 'record'
      ? await testOutgoing(trial, table, subject.key)
      : await testIncoming(trial, table, subject, runs.last)
  return answerOf(now, outcome, runs.last())
}

const faulty = (fault: ScriptFault): TestOutcome => ({ kind: 'failed', fault, paths: [] })

function draftOf(connectionId: string, compiled: CompiledRules, at: Date): RulesRecord {
  if (compiled.kind === 'failed') throw new Error('A script with a fault is never run')
  const { direction, table, script } = compiled.rules
  const { source, code } = script
  const name = { connectionId, table, direction, version: 0 }
  return { ...name, source, code, mayWiden: false, publishedAt: at, publishedBy: '' }
}

const answerOf = (at: Date, outcome: TestOutcome, last: Outcome | undefined): TestedScripts => ({
  at: at.toISOString(),
  outcome,
  lookups: (last?.answered ?? []).flatMap(({ kind, name, request, answer }) =>
    kind === 'lookup' ? [{ name, request, answer }] : [],
  ),
  steps: (last?.answered ?? []).flatMap(({ kind, name, request }) => (kind === 'step' ? [{ name, request }] : [])),
  logs: [...(last?.logs ?? [])],
})
