import { LIMITS, quoted } from '@accord/shared/protocol'

import { type Change, NODE_ACTOR } from './change-connection.ts'

/**
 * PROTOCOL.md §5.6: a warning for the log where the clocks differ and the handshake succeeded by a nonce.
 * `theirSeconds`: the peer's time, in seconds since 1970, when ours was `at`. Undefined within the tolerance.
 */
export function clockWarning(peer: string, theirSeconds: number, at: Date): Change | undefined {
  const differenceMs = theirSeconds * 1000 - at.getTime()
  if (Math.abs(differenceMs) <= LIMITS.clockToleranceMs) return undefined
  const seconds = Math.round(Math.abs(differenceMs) / 1000)
  return {
    event: 'clockDiffers',
    detail: `Warning: the clock of ${quoted(peer)} is ${seconds} s ${differenceMs > 0 ? 'ahead of' : 'behind'} ours; one of the two is wrong. Calls go on with a nonce in the place of the clock.`,
    actor: NODE_ACTOR,
  }
}
