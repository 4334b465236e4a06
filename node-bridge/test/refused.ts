import { isErrorCode, type ErrorCode } from '@accord/shared/protocol'

import { isRefusal, type Refusal } from '../src/refusals/refusal.ts'

/** The refusal that `work` ends in. Anything else it does, including throwing something else, fails the test. */
export async function refusalOf(work: Promise<unknown> | (() => unknown)): Promise<Refusal> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    if (isRefusal(error) && isErrorCode(error.code)) return error
    throw error
  }
  throw new Error('It was not refused')
}

export const codeOf = async (work: Promise<unknown> | (() => unknown)): Promise<ErrorCode> =>
  (await refusalOf(work)).code
