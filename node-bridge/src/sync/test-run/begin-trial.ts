import type { CheckScriptsRequest, ScriptFault } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import { compileBoth, faultsOf } from '../configuration/check-scripts.ts'
import { type ConfigurationContext, findTracker } from '../configuration/configuration-context.ts'
import type { CompiledRules } from '../rules/index.ts'
import { answerWithoutSteps, type Trial } from './trial.ts'

interface Draft extends Pick<CheckScriptsRequest, 'table' | 'outgoing' | 'incoming'> {
  readonly mayWiden: boolean
}

export type Begun = { readonly trial: Trial } | { readonly faults: readonly [ScriptFault, ...ScriptFault[]] }

/** A draft that can be run at `now`, or what is wrong with it. Throws `connection_unknown`; `state_conflict` where no instance is paired. */
export async function beginTrial(
  context: ConfigurationContext,
  connectionId: string,
  { mayWiden, ...scripts }: Draft,
  now: Date,
): Promise<Begun> {
  const connection = await findConnection(context.database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  const tracker = await findTracker(context)
  if (!tracker) throw new Refusal('state_conflict', 'No instance is paired whose records could be read.')
  const compiled = await compileBoth(context, connectionId, scripts)
  const [fault, ...others] = faultsOf(compiled)
  if (fault) return { faults: [fault, ...others] }
  const rulesOf = (rules: CompiledRules) => ({ ...draftOf(connectionId, rules, now), mayWiden })
  const draft = { outgoing: rulesOf(compiled.outgoing), incoming: rulesOf(compiled.incoming) }
  return {
    trial: {
      context: { ...context, draft, now: () => now },
      connection,
      tracker,
      answer: answerWithoutSteps(context, connectionId, tracker),
    },
  }
}

function draftOf(connectionId: string, compiled: CompiledRules, at: Date): Omit<RulesRecord, 'mayWiden'> {
  if (compiled.kind === 'failed') throw new Error('A script with a fault is never run')
  const { direction, table, script } = compiled.rules
  const { source, code } = script
  return { connectionId, table, direction, version: 0, source, code, publishedAt: at, publishedBy: '', note: '' }
}
