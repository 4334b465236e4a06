import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { syncCall } from '../call/sync-call.ts'
import { isoTime, list, longText, name, nonce, nullable, object, sysId, text, uuid } from '../call/read-input.ts'
import { forgetPairs, storePair } from '../pairs/store-pairs.ts'

const PAIR = object({
  pair: uuid,
  connectionId: uuid,
  table: name,
  record: sysId,
  remoteKey: longText(255),
  /** A link for people: it must never be a script. */
  remoteUrl: text(/^(?:https?:\/\/[\x21-\x7e]{1,2040})?$/),
  state: text(/^[a-z_]{1,40}$/),
  cause: longText(1000),
  lastInAt: nullable(isoTime),
  lastOutAt: nullable(isoTime),
})

const BODY = object({ nonce, pairs: list(PAIR, LIMITS.pairs), gone: list(uuid, LIMITS.pairs) })

/** The node's pairs, as far as they have changed. */
export const receivePairs = syncCall(BODY, ({ pairs, gone }) => {
  pairs.forEach(storePair)
  forgetPairs(gone)
  return { stored: pairs.length }
})
