import type { ConnectionDetail } from '@accord/shared/schemas'
import type { IssuedCode } from './issued-code.ts'

/** What has become of a code that was just issued; while it is `out` the page shows it. */
export type CodeStage = 'out' | 'asksApproval' | 'confirming' | 'established' | 'renewed' | 'over'

/** `detail`: the connection as it was read last, which may have been before the code was issued. */
export function stageOf({ connection, renewsKeys }: IssuedCode, detail: ConnectionDetail | undefined): CodeStage {
  if (!detail || detail.connection.revision < connection.revision) return 'out'
  if (renewsKeys) return stageOfRenewal(detail)
  switch (detail.connection.state) {
    case 'invited':
      return 'out'
    case 'awaiting_approval':
      return 'asksApproval'
    case 'pending':
      return 'confirming'
    case 'active':
      return 'established'
    default:
      return 'over'
  }
}

/** The connection works all the while, so its log tells what the code has done; one whose peer was lost comes back with its first call. */
function stageOfRenewal({ connection, log }: ConnectionDetail): CodeStage {
  const events = log.map(({ event }) => event)
  const since = events.slice(events.lastIndexOf('rekeyCodeIssued') + 1)
  if (since.includes('rekeyed')) return 'renewed'
  if (!since.includes('rekeyRedeemed')) return 'out'
  return connection.state === 'peer_lost' ? 'confirming' : 'renewed'
}
