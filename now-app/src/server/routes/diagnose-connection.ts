import type { ConnectionDiagnosis } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const diagnoseConnection = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<ConnectionDiagnosis>('diagnoseConnection', {
      requestId,
      params: { connectionId: connectionIdOf(request) },
      body: { ...readObject(request), actor: actorName() },
    }),
  )
