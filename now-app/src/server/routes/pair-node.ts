import type { PairingResponse } from '@accord/shared/schemas'
import { gs } from '@servicenow/glide'
import { readObject } from '../http/read-body.ts'
import { Refusal } from '../http/refusal.ts'
import { reconcileNow } from '../jobs/reconcile.ts'
import { pair } from '../node/pair.ts'
import { findPairedNode } from '../node/pairing-record.ts'
import { forgetWork } from '../sync/forget-work.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

export function pairNode(request: RestRequest, requestId: string): PairingResponse {
  const { pairingCode } = readObject(request)
  if (typeof pairingCode !== 'string') throw new Refusal('pairing_malformed')
  const before = findPairedNode()?.instanceUid
  const paired = pair(pairingCode, requestId)
  // Another node has its own triggers, and knows nothing of what the one before wanted written.
  if (before !== paired.instanceUid) forgetWork()
  storeEarlierConnections(requestId)
  return paired
}

/** The node may know connections from before. The pairing stands even if they cannot be read now: the job tries again. */
function storeEarlierConnections(requestId: string): void {
  try {
    reconcileNow(requestId)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    gs.warn(`Accord: connections are not stored yet: ${thrown.sentence()}`)
  }
}
