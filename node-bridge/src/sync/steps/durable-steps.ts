import { sha256 } from '../../keys/digest.ts'
import type { Question } from '../../sandbox/index.ts'
import { findStep, insertStep, keepStepAnswer } from '../../store/sync/script-steps.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { callForScript, findObstacle } from './script-http.ts'

export interface StepOwner {
  readonly connectionId: string
  readonly itemId: string
  /** Of the message that the rules run for. */
  readonly epoch: number
  readonly seq: number
}

const contextOf = (id: string) => `script-step:${id}`

/**
 * What acts on the world is written down before it is done, and its answer after it: a repeat of the run, after a crash or by a person, is given
 * that. Where nobody knows whether it was done it is done again under the same `Idempotency-Key`. Throws what passes by itself.
 */
export async function takeStep(
  context: SyncContext,
  owner: StepOwner,
  { name, request, key }: Question,
): Promise<string> {
  if (name !== 'http')
    return JSON.stringify({ fault: { code: 'unsupported', message: `${name} cannot be used in rules yet` } })
  const { database, vault, now } = context
  const { connectionId, itemId, epoch, seq } = owner
  const obstacle = findObstacle(context, connectionId, request)
  if (obstacle !== undefined) return obstacle
  const id = sha256(JSON.stringify([itemId, epoch, seq, key]))
  const known = await findStep(database.db, id)
  if (known?.answerSealed) return vault.open(known.answerSealed, contextOf(id))
  if (!known) await database.transaction((transaction) => insertStep(transaction, { id, itemId, at: now() }))
  const answer = await callForScript(context, { connectionId, method: 'POST', request, idempotencyKey: id })
  const answerSealed = vault.seal(answer, contextOf(id))
  await database.transaction((transaction) => keepStepAnswer(transaction, id, answerSealed))
  return answer
}
