import { Place } from '@accord/shared/schemas'

import { decodeBase64url } from '../../jws/base64url.ts'
import { parseStrictJson } from '../../jws/strict-json.ts'

/**
 * Which message a text claims to be, so that the answer can name it to its sender as refused. Nothing is verified: it is
 * for the answer to whoever sent the text, who has signed the whole call, and for nothing else.
 */
export function placeOf(text: string): Place | undefined {
  const payload = decodeBase64url(text.split('.', 2)[1] ?? '')
  const claims = payload && parseStrictJson(payload)
  if (typeof claims !== 'object' || claims === null) return undefined
  const { pair, epoch, peerEpoch, seq } = claims as Record<string, unknown>
  return Place.safeParse({ pair, epoch, peerEpoch, seq }).data
}
