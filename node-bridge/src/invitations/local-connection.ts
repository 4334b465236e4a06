import { orderedId } from '../identifiers/ordered-id.ts'
import { REST_VERSIONS } from '@accord/shared/protocol'
import type { ConnectionSnapshot, InitiateRequest, NodeInfo } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { type Beginning, createConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { nameWithEnding, suggestName } from '../connections/connection-name.ts'
import { takeSnapshots } from '../connections/connection-snapshot.ts'
import { remoteDetailsOf } from '../connections/remote-details.ts'

/**
 * Both ends on this node, PROTOCOL.md §5.8: two rows in one transaction, active at once. No side has to prove anything
 * to the other, so there are no keys and no calls. Answers the source's end; undefined when its name or its request is taken.
 */
export async function createLocalConnection(
  context: ConnectionContext,
  request: InitiateRequest,
): Promise<ConnectionSnapshot | undefined> {
  const { database, identity } = context
  const node = await context.nodeInfo()
  const [sourceId, destinationId] = [orderedId(), orderedId()]
  const shared = sharedDetails(request, node, identity.key.thumbprint, context.now())
  const source: ConnectionRecord = {
    ...shared,
    id: sourceId,
    peerConnectionId: destinationId,
    requestId: request.requestId,
    side: 'source',
    name: request.name,
    localShortName: request.localShortName,
    remoteShortName: request.remoteShortName,
  }
  const stored = await database.transaction(async (transaction) => {
    if (!(await createConnection(transaction, source, lineOf(request)))) return undefined
    const destination: ConnectionRecord = {
      ...shared,
      id: destinationId,
      peerConnectionId: sourceId,
      requestId: null,
      side: 'destination',
      name: await suggestName(transaction, otherEndName(request)),
      localShortName: request.remoteShortName,
      remoteShortName: request.localShortName,
    }
    if (!(await createConnection(transaction, destination, lineOf(request))))
      throw new Error('The name that was suggested for the other end is taken')
    return destination
  })
  if (!stored) return undefined
  const [connection] = await takeSnapshots(database.db, [source], identity.fingerprint)
  return connection
}

/**
 * The other end is a connection of its own in the same list, so it needs a name of its own: `Dev_to_Test` becomes
 * `Test_to_Dev`, any other name gets the short name by which its end is known.
 */
export function otherEndName({ name, localShortName, remoteShortName }: EndNames): string {
  const [local, remote] = [localShortName, remoteShortName].map((each) => each.trim().replaceAll(/\s+/gu, '_'))
  return name === `${local}_to_${remote}` && local !== remote
    ? `${remote}_to_${local}`
    : nameWithEnding(name, ` (${remoteShortName})`)
}

type EndNames = Pick<InitiateRequest, 'name' | 'localShortName' | 'remoteShortName'>

const lineOf = ({ actor }: InitiateRequest): Beginning => ({
  event: 'initiatedLocally',
  detail: 'A local connection: both ends are on this node, active at once. No code is needed.',
  actor,
})

/** What both ends have in common; the other side is this very node. */
const sharedDetails = (request: InitiateRequest, node: NodeInfo, identityThumbprint: string, now: Date) => ({
  sharedId: null,
  revision: 1,
  state: 'active' as const,
  reason: null,
  description: request.description,
  mode: request.mode,
  destinationUrl: request.destinationUrl,
  remote: remoteDetailsOf(node),
  remoteIdentityThumbprint: identityThumbprint,
  invitationId: null,
  localKey: null,
  remoteKeyX: null,
  restVersion: REST_VERSIONS.max,
  confirmBy: null,
  createdAt: now,
  updatedAt: now,
  activatedAt: now,
  lastContactAt: null,
  refusedRedeems: [],
})
