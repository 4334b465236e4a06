import type { RecordedRun, ScriptFault, TestScriptsRequest } from '@accord/shared/schemas'

import type { Outcome, Sandbox } from '../../sandbox/index.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import type { Direction } from '../rules/index.ts'
import { beginTrial } from './begin-trial.ts'
import { testIncoming } from './test-incoming.ts'
import { testOutgoing } from './test-outgoing.ts'

/**
 * A test run of which everything is answered that the script was given, so that it can be run elsewhere with the same result.
 * Throws as `testScripts` does.
 */
export async function recordScriptRun(
  context: ConfigurationContext,
  connectionId: string,
  { subject, at, ...draft }: TestScriptsRequest,
): Promise<RecordedRun> {
  const now = at === undefined ? context.now() : new Date(at)
  const direction = subject.kind === 'record' ? 'outgoing' : 'incoming'
  const runs = keepRun(context.sandbox, direction)
  const begun = await beginTrial({ ...context, sandbox: runs.sandbox }, connectionId, draft, now)
  if ('faults' in begun) return recordedOf(now, direction, begun.faults)
  await (subject.kind === 'record'
    ? testOutgoing(begun.trial, draft.table, subject.key)
    : testIncoming(begun.trial, draft.table, subject, () => runs.last()?.outcome))
  return recordedOf(now, direction, [], runs.last())
}

interface Kept {
  readonly input: string
  readonly outcome: Outcome
}

/** A sandbox that keeps what rules of one direction were given last. That a script only says what it is, is no run of it. */
function keepRun(sandbox: Sandbox, direction: Direction) {
  let last: Kept | undefined
  const run: Sandbox['run'] = async (each, answer) => {
    const outcome = await sandbox.run(each, answer)
    if (each.script.name === `${direction}.ts` && answer) last = { input: each.input, outcome }
    return outcome
  }
  return { sandbox: { ...sandbox, run }, last: () => last }
}

const recordedOf = (at: Date, direction: Direction, faults: readonly ScriptFault[], kept?: Kept): RecordedRun => ({
  at: at.toISOString(),
  direction,
  faults: [...faults],
  input: kept?.input ?? null,
  answers: (kept?.outcome.answered ?? []).map(({ kind, name, request, answer }) => ({ kind, name, request, answer })),
})
