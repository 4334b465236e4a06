import type { PrerequisiteCheck } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const checkPrerequisites = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<PrerequisiteCheck>('checkPrerequisites', { requestId, body: { actor: actorName() } }),
  )
