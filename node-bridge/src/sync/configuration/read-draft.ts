import type { ScriptCompletions, ScriptPlace, ScriptPlaceRequest } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { declareTables, type Draft } from '../language/index.ts'
import type { Direction } from '../rules/index.ts'
import type { ConfigurationContext } from './configuration-context.ts'

/** What may stand at a place of a script that is being written. Throws `connection_unknown`, `retry_later`. */
export const completeScript = async (
  context: ConfigurationContext,
  connectionId: string,
  { offset, ...rest }: ScriptPlaceRequest,
): Promise<ScriptCompletions> => {
  const draft = await draftOf(context, connectionId, rest)
  const { from, options } = await context.language.ask({ kind: 'complete', draft, offset })
  return { from, options: [...options] }
}

/** What stands at a place of a script that is being written. Throws `connection_unknown`, `retry_later`. */
export const describeScriptPlace = async (
  context: ConfigurationContext,
  connectionId: string,
  { offset, ...rest }: ScriptPlaceRequest,
): Promise<ScriptPlace> => {
  const draft = await draftOf(context, connectionId, rest)
  return context.language.ask({ kind: 'describe', draft, offset })
}

async function draftOf(
  context: ConfigurationContext,
  connectionId: string,
  { direction, source, language }: Omit<ScriptPlaceRequest, 'offset'>,
): Promise<Draft> {
  if (!(await findConnection(context.database.db, connectionId))) throw new Refusal('connection_unknown')
  return { direction, source, language, tables: await declarationsOf(context, direction) }
}

/** Of a tracker that has said nothing yet no table is known. */
const declarationsOf = async (context: ConfigurationContext, direction: Direction): Promise<string> =>
  declareTables((await context.tables.of(context)) ?? [], direction)
