import type { LicenceReport } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

export const readLicence = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => callNode<LicenceReport>('readLicence', { requestId }))
