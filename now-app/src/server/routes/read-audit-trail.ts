import type { AuditTrail } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import { queryOf } from '../http/query.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const readAuditTrail = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const params = { connectionId: connectionIdOf(request) }
    const query = queryOf(request, ['before', 'limit'])
    return callNode<AuditTrail>('readAuditTrail', { requestId, params, query })
  })
