import type { ConnectionDetail, ConnectionSnapshot } from '@accord/shared/schemas'
import type { z } from 'zod'

import { factsOf } from './table.ts'

export function showConnection({ connection, log }: z.infer<typeof ConnectionDetail>): string {
  const entries = log.map(({ at, event, actor, detail }) => `${at}  ${event}  ${actor}\n    ${detail}\n`).join('')
  return `${showFacts(connection)}\n${entries}`
}

export const showFacts = (connection: ConnectionSnapshot): string =>
  factsOf({
    Connection: connection.name,
    Id: connection.id,
    State: connection.state,
    Reason: connection.stateReason && `${connection.stateReason.code}: ${connection.stateReason.detail}`,
    Side: connection.side,
    Mode: connection.mode,
    'Other side': connection.remote.name,
    'Their node': connection.remote.nodeUrl,
    'Their key': connection.remote.keyFingerprint,
    'Our key': connection.localKeyFingerprint,
    'Code expires': connection.invitation?.state === 'open' ? connection.invitation.expiresAt : null,
    Description: connection.description,
    'Active since': connection.activatedAt,
    'Last contact': connection.lastContactAt,
  })
