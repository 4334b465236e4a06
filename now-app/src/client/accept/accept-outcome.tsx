import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useConnection } from '../api/use-connection.ts'
import { Panel } from '../parts/panel.tsx'
import { EstablishedOutcome } from './established-outcome.tsx'
import { FailedOutcome } from './failed-outcome.tsx'
import { WaitingOutcome } from './waiting-outcome.tsx'

interface AcceptOutcomeProps {
  readonly accepted: ConnectionSnapshot
  readonly onStartAgain: () => void
}

/** What became of the acceptance, live: it may still be under way when the answer comes back. */
export function AcceptOutcome({ accepted, onStartAgain }: AcceptOutcomeProps) {
  const read = useConnection(accepted.id).data?.connection
  const connection = read && read.revision >= accepted.revision ? read : accepted
  const isWaiting = connection.state === 'redeeming' || connection.state === 'awaiting_approval'
  return (
    <Panel>
      {connection.state === 'active' ? <EstablishedOutcome connection={connection} /> : null}
      {isWaiting ? <WaitingOutcome connection={connection} /> : null}
      {connection.state !== 'active' && !isWaiting ? (
        <FailedOutcome connection={connection} onStartAgain={onStartAgain} />
      ) : null}
    </Panel>
  )
}
