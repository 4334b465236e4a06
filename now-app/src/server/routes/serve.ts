import { CONTRACTS } from '@accord/shared/contracts'
import type { Contract, OperationName, OwnCallName, SharedCallName } from '@accord/shared/contracts'
import { actorName } from '../connections/actor-name.ts'
import { answer } from '../http/answer.ts'
import { paramsOf } from '../http/path-parameter.ts'
import { queryOf } from '../http/query.ts'
import { readObject } from '../http/read-body.ts'
import { askNode } from '../node/ask-node.ts'
import { readTimeoutMs } from '../node/http-timeout.ts'
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import {
  allowSyncAccess,
  readOpenableTable,
  readSyncAccess,
  removeSyncAccess,
  replaceSyncAccess,
} from '../sync/routes/sync-access.ts'
import { putSyncUser } from '../sync/routes/put-sync-user.ts'
import { describeSyncUser as readSyncUser } from '../sync/user/describe-sync-user.ts'
import { endPairing } from './end-pairing.ts'
import { pairNode } from './pair-node.ts'
import { readChanges } from './read-changes.ts'
import { readSession } from './read-session.ts'

type Own = (request: RestRequest, requestId: string) => object

/** What this instance does by itself, or does more for than ask its node. Every other call of the pages is passed on. */
const OWN: Readonly<Record<OwnCallName<'instance'> | 'endPairing', Own>> = {
  readSession,
  readChanges,
  pairNode,
  endPairing: (request, requestId) => endPairing(() => passOn('endPairing', request, requestId)),
  readSyncUser,
  putSyncUser,
  readSyncAccess,
  allowSyncAccess,
  replaceSyncAccess,
  removeSyncAccess,
  readOpenableTable,
}

const isOwn = (name: string): name is keyof typeof OWN => name in OWN

/** Answers a call of the pages; the build writes a route for each into the application. */
export const serve = (name: SharedCallName, request: RestRequest, response: RestResponse): void =>
  answer(request, response, ({ requestId }) =>
    isOwn(name) ? OWN[name](request, requestId) : passOn(name, request, requestId),
  )

function passOn(name: OperationName, request: RestRequest, requestId: string): object {
  const contract: Contract = CONTRACTS[name]
  const body = bodyOf(contract, request)
  return askNode(name, {
    requestId,
    params: paramsOf(request, contract.path),
    ...(contract.query ? { query: queryOf(request, contract.query.names) } : {}),
    ...(body ? { body } : {}),
    ...(contract.method === 'GET' ? { timeoutMs: readTimeoutMs() } : {}),
  })
}

/** The page never says who acts: the session does. A body that says nothing else is not even read. */
function bodyOf(contract: Contract, request: RestRequest): object | undefined {
  if (!contract.body) return undefined
  if (contract.body === 'ActorRequest') return { actor: actorName() }
  const sent = readObject(request, contract.bytes)
  return contract.actor ? { ...sent, actor: actorName() } : sent
}
