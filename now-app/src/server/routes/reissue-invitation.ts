import { callNode } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import type { IssuedInvitation } from '../connections/issued-invitation.d.ts'
import { answer } from '../http/answer.ts'
import { connectionIdOf } from '../http/path-parameter.ts'
import { storeSnapshot } from '../mirror/store-snapshot.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { unlessRefused } from '../mirror/require-written.ts'

/** As with initiate, the code passes through and is kept nowhere. */
export const reissueInvitation = (request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) => {
    const params = { connectionId: connectionIdOf(request) }
    const body = { actor: actorName() }
    const issued = callNode<IssuedInvitation>('reissueInvitation', { requestId, params, body })
    unlessRefused(() => storeSnapshot(issued.connection))
    return issued
  })
