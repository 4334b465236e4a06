import { gs } from '@servicenow/glide'
import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { EVENTS } from '../../names.ts'
import { findPairedRow } from '../../node/pairing-record.ts'
import { syncCall } from '../call/sync-call.ts'
import { list, longText, nonce, nullable, object, text, uuid, wholeNumber } from '../call/read-input.ts'

const NOTICE = object({
  step: text(/^(?:began|grew|over|test)$/),
  cause: text(/^[a-z_]{0,40}$/),
  connectionId: nullable(uuid),
  subject: text(/^[a-z0-9_]{0,80}$/),
  count: wholeNumber,
  more: wholeNumber,
  title: longText(200),
})

const BODY = object({ nonce, notices: list(NOTICE, LIMITS.notified) })

/**
 * An event for each: what answers to it, a notification or a flow, is the instance's own affair. `parm1` is for people, `parm2` for
 * scripts. Both are short, and nothing of a record is in them.
 */
export const notifyPeople = syncCall(BODY, ({ notices }) => {
  const node = findPairedRow()
  for (const { title, ...facts } of notices) if (node) gs.eventQueue(EVENTS.notice, node, title, JSON.stringify(facts))
  return { queued: node ? notices.length : 0 }
})
