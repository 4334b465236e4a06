import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetPairing } from '../node/pairing-record.ts'
import { forgetWork } from '../sync/forget-work.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

/** Of whom the node knows nothing any more, or another instance: there is nothing to end but the row here. */
const ENDS_HERE: readonly string[] = ['not_paired', 'instance_copied']

/** The node first, so that the token opens nothing before it is forgotten here; a node that has ended it already is content. */
export function endPairing(_request: RestRequest, requestId: string): object {
  try {
    callNode('endPairing', { requestId, body: { actor: actorName() } })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !ENDS_HERE.includes(thrown.code)) throw thrown
  }
  forgetPairing()
  forgetWork()
  return { pairing: null }
}
