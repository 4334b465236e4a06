import { isOtherHost, shownHost, shownUrl } from '@accord/shared/protocol'
import type { ConnectionDetail, ConnectionSnapshot, InvitationDetails } from '@accord/shared/schemas'
import type { z } from 'zod'

import type { Lines } from './output.ts'
import { refusedDetails } from './refused-details.ts'
import { detailsOf } from './table.ts'

export function showConnection({ connection, log }: z.infer<typeof ConnectionDetail>): Lines {
  const entries = log.flatMap(({ at, event, actor, detail }) => [`${at}  ${event}  ${actor}`, `    ${detail}`])
  return [...showDetails(connection), '', ...entries]
}

export const showDetails = (connection: ConnectionSnapshot): Lines =>
  detailsOf({
    Connection: connection.name,
    Id: connection.id,
    State: connection.state,
    Reason: connection.stateReason && `${connection.stateReason.code}: ${connection.stateReason.detail}`,
    Side: connection.side,
    Mode: connection.mode,
    'Other side': connection.remote.name,
    'Their node': connection.remote.nodeUrl && shownUrl(connection.remote.nodeUrl),
    'Their instance': connection.remote.instanceUrl && shownUrl(connection.remote.instanceUrl),
    'Other host': otherHost(connection),
    'Their key': connection.remote.keyFingerprint,
    'Our key': connection.localKeyFingerprint,
    'Code expires': connection.invitation?.state === 'open' ? connection.invitation.expiresAt : null,
    'Code bound to': connection.invitation && boundTo(connection.invitation),
    Description: connection.description,
    'Active since': connection.activatedAt,
    'Last contact': connection.lastContactAt,
    ...refusedDetails(connection.refusedRedeems),
  })

/** The other side's address is its own word; undefined where it is on the host that was entered here, or none was. */
function otherHost({ remote, invitation, local }: ConnectionSnapshot): string | undefined {
  const entered = invitation?.destinationUrl ?? null
  const named = remote.instanceUrl ?? remote.nodeUrl
  if (local || entered === null || named === null || !isOtherHost(entered, named)) return undefined
  return `${shownHost(entered)} was entered, but the other side names ${shownHost(named)}: go on only if you know that host`
}

/** Who can redeem the code. Undefined at the destination, which does not know it. */
function boundTo({ boundTo: binding, invitedInstanceUid, invitedKeyFingerprints }: InvitationDetails) {
  switch (binding) {
    case 'key':
      return `key ${invitedKeyFingerprints.join(' or ')} of instance ${invitedInstanceUid}`
    case 'instance':
      return `instance ${invitedInstanceUid} only by its name: whoever holds the code and calls itself so may redeem it`
    case 'nobody':
      return 'nobody: whoever holds the code may redeem it'
    case null:
      return undefined
  }
}
