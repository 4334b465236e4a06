import { z } from 'zod'

import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'

import { isRefusal, Refusal } from '../refusals/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import type { Database } from '../store/engine/database.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { openCallbackKey } from './callback-key.ts'
import { verdictOfCallback } from './callback-answer.ts'
import type { InstanceClient, InstanceAnswer } from './instance-client.ts'
import type { Breaker, Pause } from './instance-breaker.ts'
import { signForInstance } from './signed-callback.ts'

export interface InstancePosting {
  readonly database: Database
  readonly vault: Vault
  readonly instance: InstanceClient
  readonly now: () => Date
  readonly breaker: Breaker
}

const Result = z.object({ result: z.unknown() })
const AppProblem = z.object({ result: z.object({ code: z.string(), detail: z.string().catch('') }) })

/**
 * Posts to a route of the application on the paired instance, signed as a callback, and answers its `result`. Throws what the
 * application refuses by its code, and whatever stands in the way as `instance_unreachable` and the like. An instance that asked
 * to be left alone is not called.
 */
export function createPostToInstance({ database, vault, instance, now, breaker }: InstancePosting) {
  return async (path: string, body: object): Promise<unknown> => {
    const pairing = await findPairing(database.db)
    if (!pairing) throw new Refusal('instance_unreachable', 'No instance is paired.')
    const url = pairing.instanceUrl
    const pause = breaker.admit(url, now())
    if (pause) throw new Refusal(pause.code, pause.message)
    const signed = signForInstance(body, openCallbackKey(vault, pairing.callbackKeySealed), now())
    const answer = await instance.call(pairing, path, signed).catch((error: unknown) => {
      const quota = quotaOf(error, now())
      if (quota) breaker.rest(url, quota)
      else breaker.fail(url, now(), 'instance_unreachable')
      throw error
    })
    const json = parse(answer.text)
    const read = answer.status === 200 ? Result.safeParse(json) : undefined
    if (read?.success) {
      breaker.succeed(url)
      return read.data.result
    }
    const refusal = refusalOf(answer, json)
    if (answer.retryAfterS !== undefined) {
      const until = new Date(now().getTime() + answer.retryAfterS * 1000)
      const message = `The instance asks to be left alone until ${until.toISOString()}.`
      breaker.rest(url, { until, code: refusal.code, message })
    } else if (answer.status >= 500) breaker.fail(url, now(), refusal.code)
    // A refusal of the application is an answer: the instance works.
    else breaker.succeed(url)
    throw refusal
  }
}

function refusalOf(answer: InstanceAnswer, json: unknown): Refusal {
  const { data: problem } = AppProblem.safeParse(json)
  if (problem && answer.status >= 400 && isErrorCode(problem.result.code)) {
    const { code, detail } = problem.result
    return new Refusal(code, detail || ERROR_CODES[code].title)
  }
  const { code, detail } = verdictOfCallback(answer)
  return new Refusal(code === 'delivered' ? 'callback_refused' : code, detail)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The node's own: the call was not made. */
function quotaOf(error: unknown, now: Date): Pause | undefined {
  if (!isRefusal(error) || error.code !== 'instance_quota_used') return undefined
  const { code, message, retryAfterS = 1 } = error
  return { until: new Date(now.getTime() + retryAfterS * 1000), code, message }
}
