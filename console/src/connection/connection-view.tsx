import { Stack } from '@mantine/core'
import type { ConnectionSnapshot, HandshakeEntry } from '@accord/shared/schemas'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../connection-state/state-badge.tsx'
import { stateReason } from '../connection-state/state-reason.ts'
import { useAnnouncedChanges } from '../connection-state/use-announced-changes.ts'
import { InvitationPanel } from '../invitation/invitation-panel.tsx'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { useNow } from '../parts/use-now.ts'
import { ConnectionActions } from './connection-actions.tsx'
import { ConnectionTabs } from './connection-tabs.tsx'
import { CONNECTION_ACTIONS } from '../connection-state/possible-actions.ts'

interface ConnectionViewProps {
  readonly connection: ConnectionSnapshot
  readonly log: readonly HandshakeEntry[]
}

export function ConnectionView({ connection, log }: ConnectionViewProps) {
  const { i18n } = useTranslation()
  const now = useNow(30_000)
  const { ask } = useSearch({ from: '/connections/$connectionId' })
  const [issued, setIssued] = useState<IssuedCode | null>(null)
  const [watched, setWatched] = useState([connection])
  if (watched[0] !== connection) setWatched([connection])
  useAnnouncedChanges(watched)
  return (
    <Stack gap="md">
      <PageHeading
        title={connection.name}
        mark={<StateBadge state={connection.state} />}
        lead={stateReason(connection, i18n, now)}
      >
        {issued ? null : (
          <ConnectionActions
            connection={connection}
            onIssued={setIssued}
            asks={CONNECTION_ACTIONS.find((it) => it === ask)}
          />
        )}
      </PageHeading>
      {issued ? (
        <Panel>
          <InvitationPanel issued={issued} onDone={() => setIssued(null)} />
        </Panel>
      ) : (
        <ConnectionTabs connection={connection} log={log} />
      )}
    </Stack>
  )
}
