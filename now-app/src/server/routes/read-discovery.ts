import { Refusal } from '../http/refusal.ts'
import { answer } from '../http/answer.ts'
import { findPairedNode } from '../node/pairing-record.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** Public: other nodes ask an instance's URL where its node lives. Tells nothing else. */
export const readDiscovery = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, () => {
    const node = findPairedNode()
    if (!node) throw new Refusal('not_found', 'Accord is installed here but not paired with a node yet.')
    return { product: 'accord', nodeUrl: node.nodeUrl, instanceUid: node.instanceUid }
  })
