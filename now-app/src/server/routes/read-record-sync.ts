import { GlideRecord } from '@servicenow/glide'
import { answer } from '../http/answer.ts'
import { Refusal } from '../http/refusal.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { secureRecord } from '../platform/secure-record.ts'
import { describeRecordSync } from '../records/record-sync.ts'

const TABLE = /^[a-z][a-z0-9_]{0,79}$/
const SYS_ID = /^[0-9a-f]{32}$/

/** For everybody who is logged in: the ACLs of the record decide, and a record that one may not read is as absent as one that is not there. */
export const readRecordSync = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, () => {
    const [table, id] = [request.pathParams['table'] ?? '', request.pathParams['id'] ?? '']
    const record = TABLE.test(table) && SYS_ID.test(id) && new GlideRecord(table).isValid() && secureRecord(table)
    if (!record || !record.get(id) || !record.canRead())
      throw new Refusal('not_found', 'There is no such record, or you may not read it.')
    return describeRecordSync(record)
  })
