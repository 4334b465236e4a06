import type { LicenceReport } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const installLicence = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<LicenceReport>('installLicence', { requestId, body: { ...readObject(request), actor: actorName() } }),
  )
