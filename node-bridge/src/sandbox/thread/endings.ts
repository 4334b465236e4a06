import type { Failure, FailureCode } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import type { Ending } from '../messages.ts'

export const OUT_OF_MEMORY: Failure = {
  code: 'script_out_of_memory',
  message: `more than ${LIMITS.memoryBytes / 1024 / 1024} MB`,
}

export const TIMED_OUT: Failure = {
  code: 'script_timed_out',
  message: `stopped after ${LIMITS.interruptMs} ms of processor time`,
}

export const ended = (failure: Failure): Ending => ({ kind: 'failed', failure })

export const failed = (code: FailureCode, message: string): Ending => ended({ code, message })
