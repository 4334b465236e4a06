import { isErrorCode, type SyncErrorCode } from '@accord/shared/protocol'

import { FAILURES, type Failure, type FailureCode, type Position } from '../../sandbox/index.ts'

/** Why a script gave no result, in the words of the catalogue. */
export interface RulesFault {
  readonly code: SyncErrorCode
  readonly message: string
  readonly at?: Position
  readonly frame?: string
  /** JSON Pointers into the replica. */
  readonly paths?: readonly string[]
  /** The word that nothing fits, and those that would: for the line that is missing. */
  readonly field?: string
  readonly word?: string | null
  readonly words?: readonly string[]
  /** Where the script had that word from. */
  readonly from?: string
}

const SAME: readonly FailureCode[] = [
  'script_timed_out',
  'script_out_of_memory',
  'not_deterministic',
] satisfies (FailureCode & SyncErrorCode)[]

/** The sandbox has no room or is closing: nobody's fault, and tried again. */
export class SandboxUnavailable extends Error {
  override readonly name = 'SandboxUnavailable'
}

/** Throws where the script is not at fault. */
export function faultOfFailure(failure: Failure): RulesFault {
  const { fault } = FAILURES[failure.code]
  if (failure.code === 'input_too_large') return { code: 'too_large', message: failure.message }
  if (fault === 'sandbox') throw new SandboxUnavailable(failure.message)
  if (fault === 'caller')
    throw new Error(`The sandbox was not called as it should be: ${failure.code}, ${failure.message}`)
  const { code, message, at, frame, path } = failure
  return {
    code: syncCodeOf(code),
    message,
    ...(at && { at }),
    ...(frame && { frame }),
    ...(path !== undefined && { paths: [pathInReplica(path)] }),
  }
}

/** What outgoing rules return holds the replica beside the record's own members: people know a path by what travels. */
export const pathInReplica = (path: string): string => path.replace(/^\/(?:replica|record)(?=\/)/u, '')

function syncCodeOf(code: FailureCode): SyncErrorCode {
  if (SAME.includes(code)) return code as SyncErrorCode
  if (code === 'result_not_json') return 'replica_invalid'
  return code === 'result_too_large' ? 'too_large' : 'script_threw'
}

/** A text that the prelude ended the run with: a reason of the script, or a fault that names what is wrong. */
export function readStop(text: string): { reason: string } | { fault: Omit<RulesFault, 'at' | 'frame'> } {
  const fault = parsed(text)
  if (fault?.['kind'] === 'stopped') return { reason: String(fault['reason']).slice(0, 1_000) }
  const { code, message, field, word, words, from } = fault ?? {}
  return {
    fault: {
      code: isErrorCode(code) ? (code as SyncErrorCode) : 'script_threw',
      message: String(message ?? 'the script ended the run').slice(0, 1_000),
      ...(typeof field === 'string' && { field }),
      ...((typeof word === 'string' || word === null) && { word }),
      ...(Array.isArray(words) && { words: words.map(String).slice(0, 200) }),
      ...(typeof from === 'string' && { from: from.slice(0, 1_000) }),
    },
  }
}

/** Why a script has ended the run. */
export function stopReasonOf(text: string): string {
  const stop = readStop(text)
  return 'reason' in stop ? stop.reason : ''
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
