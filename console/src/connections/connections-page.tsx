import { Center, Loader, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnectionList } from '../api/use-connection-list.ts'
import { InvitationPanel } from '../invitation/invitation-panel.tsx'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ConnectionList } from './connection-list.tsx'
import { EmptyConnections } from './empty-connections.tsx'
import { totalOf } from './group-counts.ts'
import { FIRST_VIEW, isNarrowed, PAGE, questionOf } from './list-view.ts'
import { NewConnectionButtons } from './new-connection-buttons.tsx'
import { useAnnouncedChanges } from '../connection-state/use-announced-changes.ts'

const TYPING_PAUSE_MS = 250

/** The connections of this node, a page at a time, live. */
export function ConnectionsPage() {
  const { t } = useTranslation()
  const [view, setView] = useState(FIRST_VIEW)
  const [issued, setIssued] = useState<IssuedCode | null>(null)
  const [search] = useDebouncedValue(view.search, TYPING_PAUSE_MS)
  const { data, error, refetch } = useConnectionList(questionOf({ ...view, search }), PAGE)
  useAnnouncedChanges(data?.connections)
  const isEmpty = data && !isNarrowed(view) && data.connections.length === 0 && view.trail.length === 0
  const hasNone = isEmpty && (data.counts === null || totalOf(data.counts).total === 0)
  return (
    <Stack gap="md">
      <PageHeading title={t('connections.title')}>{data && !hasNone ? <NewConnectionButtons /> : null}</PageHeading>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {error && data ? <Text fz="sm">{t('common.interrupted')}</Text> : null}
      {!data && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {issued ? (
        <Panel>
          <InvitationPanel issued={issued} onDone={() => setIssued(null)} />
        </Panel>
      ) : null}
      {hasNone ? <EmptyConnections /> : null}
      {data && !hasNone && !issued ? (
        <ConnectionList page={data} view={view} onView={setView} onIssued={setIssued} />
      ) : null}
    </Stack>
  )
}
