import { Stack } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { refusalOfState } from '../connection-state/refusal-of-state.ts'
import { toneOf } from '../connection-state/state-tone.ts'
import { RefusedRedeemsPanel } from '../invitation/refused-redeems-panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { AgreementPanel } from './agreement-panel.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { InvitationDetailsPanel } from './invitation-details-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { LocalSidePanel } from './local-side-panel.tsx'
import { RemoteSidePanel } from './remote-side-panel.tsx'

export function OverviewTab({ connection }: { readonly connection: ConnectionSnapshot }) {
  const refusal = toneOf(connection.state) === 'broken' ? refusalOfState(connection) : undefined
  const asksApproval = connection.side === 'source' && connection.state === 'awaiting_approval'
  // A node of an older release tells of none.
  const { refusedRedeems: refused = [] } = connection
  return (
    <Stack gap="md">
      {refusal ? <ProblemNotice thrown={refusal} /> : null}
      {refused.length > 0 ? <RefusedRedeemsPanel refused={refused} /> : null}
      {asksApproval ? <ApprovalPanel connection={connection} /> : null}
      <div className="accord-pair">
        <LocalSidePanel connection={connection} />
        <RemoteSidePanel connection={connection} />
        <AgreementPanel connection={connection} />
        {connection.local ? null : <KeysPanel connection={connection} />}
        {connection.invitation ? (
          <InvitationDetailsPanel
            invitation={connection.invitation}
            side={connection.side}
            name={connection.remote.name ?? connection.remoteShortName}
          />
        ) : null}
      </div>
    </Stack>
  )
}
