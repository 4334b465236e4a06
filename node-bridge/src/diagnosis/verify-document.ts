import { ERROR_CODES, LIMITS } from '@accord/shared/protocol'
import type { NodeInfo } from '@accord/shared/schemas'

import { reviewVersions } from '../nodes/common-version.ts'
import { fingerprintOf } from '../keys/key-pair.ts'
import type { DatedDocument } from '../nodes/discovery.ts'
import { Refusal } from '../refusals/refusal.ts'
import { failed, ok, type Outcome, skipped, warning } from './examine.ts'

/** `identityThumbprint`: what this side has pinned; null before the handshake. */
export function verifyIdentity({ document }: DatedDocument, identityThumbprint: string | null): Outcome {
  if (identityThumbprint === null) return skipped('No key of the other side is known before it accepts the code.')
  if (!document.keys.includes(identityThumbprint)) return failed(new Refusal('identity_mismatch'))
  return ok(`The node still holds the key ${fingerprintOf(identityThumbprint)}.`)
}

export function verifyClock({ clockDifferenceMs }: DatedDocument): Outcome {
  const seconds = (Math.abs(clockDifferenceMs) / 1000).toFixed(1)
  if (Math.abs(clockDifferenceMs) <= LIMITS.clockToleranceMs) return ok(`The clocks differ by ${seconds} s.`)
  const { remedy, responsible } = ERROR_CODES.clock_skew
  const direction = clockDifferenceMs > 0 ? 'ahead of' : 'behind'
  return warning(`The clock of the other side is ${seconds} s ${direction} ours.`, remedy, responsible)
}

export function verifyVersion({ document }: DatedDocument, own: NodeInfo): Outcome {
  const { of, ours, theirs, chosen } = reviewVersions(own, document.node)
  const ranges = `ours ${ours.min} to ${ours.max}, theirs ${theirs.min} to ${theirs.max}`
  const what = of === 'rest' ? 'version' : 'version of the exchanged objects'
  if (chosen === null) return failed(new Refusal('no_common_version', `No ${what} in common: ${ranges}.`))
  return ok(`Both speak version ${chosen} (${ranges}); their node is ${document.node.nodeVersion}.`)
}
