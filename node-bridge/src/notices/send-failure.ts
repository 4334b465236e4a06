import type { ErrorCode } from '@accord/shared/protocol'

/** Why a notice did not get out. `reply`: the numbers of the answer, never its words. `isFinal`: another attempt would fare no better. */
export interface SendFailure {
  readonly code: ErrorCode
  readonly reply: string | null
  readonly isFinal: boolean
  /** Seconds that the other side asks for. */
  readonly retryAfterS?: number | undefined
  /** What was thrown, for the log of this process. */
  readonly cause?: unknown
}
