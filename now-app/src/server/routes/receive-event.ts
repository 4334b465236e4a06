import { answer } from '../http/answer.ts'
import { parseObject, readText } from '../http/read-body.ts'
import { Refusal } from '../http/refusal.ts'
import { storeConnection } from '../connection-rows/store-connection.ts'
import { detailOf } from '../connection-rows/detail-of-event.ts'
import { findPairedNode } from '../node/pairing-record.ts'
import { verifyCallback } from '../node/verify-callback.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** Public by account, closed by signature: the node tells what became of a connection. Repetitions do no harm. */
export const receiveEvent = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, () => {
    const node = findPairedNode()
    if (!node) throw new Refusal('unauthenticated')
    const text = readText(request)
    verifyCallback(request, text, node.callbackKey)
    return { accepted: true, revision: storeConnection(detailOf(parseObject(text))) }
  })
