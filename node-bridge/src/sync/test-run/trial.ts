import type { TestedScripts } from '@accord/shared/schemas'

import type { Outcome, Sandbox } from '../../sandbox/index.ts'
import type { Answerer } from '../../sandbox/index.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { Direction } from '../rules/index.ts'
import { callForScript, findObstacle } from '../steps/script-http.ts'

/** A draft that is run as published rules would be, by functions that write nothing. */
export interface Trial {
  /** Its rules are the draft, its clock stands still, and its sandbox keeps what the draft did. */
  readonly context: ConfigurationContext
  readonly connection: ConnectionRecord
  readonly tracker: Tracker
  readonly answer: Answerer
}

export type TestOutcome = TestedScripts['outcome']

/** A sandbox that keeps what the rules of one direction did last. */
export function recordRuns(sandbox: Sandbox, direction: Direction) {
  let last: Outcome | undefined
  const run: Sandbox['run'] = async (each, answer) => {
    const outcome = await sandbox.run(each, answer)
    if (each.script.name === `${direction}.ts`) last = outcome
    return outcome
  }
  return { sandbox: { ...sandbox, run }, last: () => last }
}

/** Look-ups are answered as ever. What acts on the world is listed and not done; the script goes on as if it had been accepted. */
export const answerWithoutSteps =
  (context: SyncContext, connectionId: string, { answer }: Pick<Tracker, 'answer'>): Answerer =>
  (questions) =>
    Promise.all(
      questions.map(({ kind, name, request }) => {
        if (kind === 'step')
          return name === 'http' ? (findObstacle(context, connectionId, request) ?? ACCEPTED) : NOT_DONE
        return name === 'http'
          ? callForScript(context, { connectionId, method: 'GET', request })
          : answer(name, request)
      }),
    )

const ACCEPTED = JSON.stringify({ status: 202, body: 'null' })
const NOT_DONE = JSON.stringify({ fault: { code: 'unsupported', message: 'this is not done in a test run' } })
