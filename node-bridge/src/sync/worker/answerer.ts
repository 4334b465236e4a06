import type { Answerer } from '../../sandbox/index.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { takeStep, type StepOwner } from '../steps/durable-steps.ts'
import { callForScript } from '../steps/script-http.ts'

/** Answers what rules of a connection ask: our tracker, or a host that they may call. */
export type AnswererFor = (connection: { readonly id: string }, message?: Omit<StepOwner, 'connectionId'>) => Answerer

/** `message`: for which what acts on the world is done once. */
export const answererOf =
  (context: SyncContext, tracker: Tracker): AnswererFor =>
  ({ id: connectionId }, message) =>
  (questions) =>
    Promise.all(
      questions.map((question) => {
        const { kind, name, request } = question
        if (kind === 'step') {
          if (!message) throw new Error('A step belongs to a message')
          return takeStep(context, { connectionId, ...message }, question)
        }
        return name === 'http'
          ? callForScript(context, { connectionId, method: 'GET', request })
          : tracker.answer(name, request)
      }),
    )
