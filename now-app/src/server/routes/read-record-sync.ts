import { answer } from '../http/answer.ts'
import { Refusal } from '../http/refusal.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { findReadable } from '../records/find-readable.ts'
import { describeRecordSync } from '../records/record-sync.ts'

/** For everybody who is logged in: the ACLs of the record decide, and a record that one may not read is as absent as one that is not there. */
export const readRecordSync = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, () => {
    const record = findReadable(request.pathParams['table'] ?? '', request.pathParams['id'] ?? '')
    if (!record) throw new Refusal('not_found', 'There is no such record, or you may not read it.')
    return describeRecordSync(record)
  })
