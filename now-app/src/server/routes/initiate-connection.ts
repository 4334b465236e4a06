import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import type { IssuedInvitation } from '../connections/issued-invitation.d.ts'
import { answer } from '../http/answer.ts'
import { readObject } from '../http/read-body.ts'
import { storeSnapshot } from '../mirror/store-snapshot.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** The code passes through to the page and is kept nowhere. */
export const initiateConnection = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const body = { ...readObject(request), actor: actorName() }
    const issued = callNode<IssuedInvitation>('initiateConnection', { requestId, body })
    unlessRefused(() => storeSnapshot(issued.connection))
    return issued
  })
