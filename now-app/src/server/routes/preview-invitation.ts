import type { InvitationPreview } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'

/** Only asks: the code is neither stored nor sent to the source. */
export const previewInvitation = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    callNode<InvitationPreview>('previewInvitation', { requestId, body: readObject(request) }),
  )
