import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { answer } from '../../http/answer.ts'
import { readText } from '../../http/read-body.ts'
import { Refusal } from '../../http/refusal.ts'
import { findPairedNode } from '../../node/pairing-record.ts'
import { verifyCallback } from '../../node/verify-callback.ts'
import type { RestRequest, RestResponse } from '../../platform/rest-exchange.d.ts'
import type { SyncCall } from '../call/sync-call.ts'
import { checkQuery } from './check-query.ts'
import { describeTables } from './describe-tables.ts'
import { findRecords } from './find-records.ts'
import { notifyPeople } from './notify-people.ts'
import { pullNews } from './pull-news.ts'
import { readRecords } from './read-records.ts'
import { receivePairs } from './receive-pairs.ts'
import { receivePlans } from './receive-plans.ts'
import { receiveWatches } from './receive-watches.ts'
import { sendFile } from './send-file.ts'
import { scanVersions } from './scan-versions.ts'

const CALLS: Readonly<Record<keyof typeof INSTANCE_SYNC_API, SyncCall>> = {
  watch: receiveWatches,
  check: checkQuery,
  pull: pullNews,
  scan: scanVersions,
  read: readRecords,
  find: findRecords,
  describe: describeTables,
  pairs: receivePairs,
  apply: receivePlans,
  send: sendFile,
  notify: notifyPeople,
}

/**
 * Answers a call of the node for sync; the build writes a route for each into the application. Public by account, closed by
 * signature, and each signature counts once. What sync access does not allow is refused further in, whatever a signed call asks for.
 */
export const serveSync = (name: keyof typeof CALLS, request: RestRequest, response: RestResponse): void =>
  answer(request, response, () => {
    const node = findPairedNode()
    if (!node) throw new Refusal('unauthenticated')
    const text = readText(request, INSTANCE_SYNC_LIMITS.bodyChars)
    verifyCallback(request, text, node.callbackKey)
    return CALLS[name](text)
  })
