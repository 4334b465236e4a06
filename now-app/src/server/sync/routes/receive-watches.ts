import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { syncCall } from '../call/sync-call.ts'
import { list, longText, name, nonce, object, uuid } from '../call/read-input.ts'
import { storeWatches } from '../watches/store-watches.ts'

const BODY = object({
  nonce,
  watches: list(object({ id: uuid, table: name, query: longText(LIMITS.queryChars) }), LIMITS.watches),
})

/** The node's active triggers, all of them. */
export const receiveWatches = syncCall(BODY, ({ watches }) => ({ watches: storeWatches(watches) }))
