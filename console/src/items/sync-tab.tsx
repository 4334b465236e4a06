import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot, SyncConfiguration } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSyncConfiguration } from '../api/use-sync-configuration.ts'
import { useSyncItems } from '../api/use-sync-items.ts'
import { BackfillPanel } from '../backfill/backfill-panel.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ComparisonPanel } from './comparison-panel.tsx'
import { ConnectList } from './connect-list.tsx'
import { ConnectRecords } from './connect-records.tsx'
import { DownloadPairs } from './download-pairs.tsx'
import { FIRST_ITEMS, ItemList, PAGE } from './item-list.tsx'

/** The pairs of a connection, live; before anything is configured, the way there. */
export function SyncTab({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { id, localShortName: local, remoteShortName: remote } = connection
  const [view, setView] = useState(FIRST_ITEMS)
  const after = view.trail.at(-1)
  const question = { limit: String(PAGE), filter: view.filter, ...(after ? { after } : {}) }
  const items = useSyncItems(id, question)
  const configuration = useSyncConfiguration(id)
  const error = items.error ?? configuration.error
  const isConfigured = configuration.data?.incoming !== null
  return (
    <Stack gap="md">
      {error ? (
        <ProblemNotice thrown={error} onRetry={() => void Promise.all([items.refetch(), configuration.refetch()])} />
      ) : null}
      {!(items.data && configuration.data) && !error ? (
        <Center mih={120} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {configuration.data && !isConfigured ? (
        <Panel title={t('sync.notYet')}>
          <Text maw="44rem">{t('sync.notYetText', { local, remote })}</Text>
          <Group>
            <ConfigureButton connectionId={id} />
          </Group>
        </Panel>
      ) : null}
      {configuration.data && isConfigured ? (
        <ConfiguredLine configuration={configuration.data} local={local} remote={remote} />
      ) : null}
      {items.data && items.data.counts.all === 0 && isConfigured ? (
        <Panel title={t('sync.emptyTitle')}>
          <Text>{t('sync.emptyText', { remote })}</Text>
        </Panel>
      ) : null}
      <BackfillPanel connection={connection} place="above" />
      {items.data?.comparison ? (
        <ComparisonPanel connectionId={id} comparison={items.data.comparison} remote={remote} />
      ) : null}
      {items.data && items.data.counts.all > 0 ? (
        <>
          <ItemList connectionId={id} remote={remote} page={items.data} view={view} onView={setView} />
          <DownloadPairs connectionId={id} name={connection.name} />
        </>
      ) : null}
      {configuration.data?.trigger ? <BackfillPanel connection={connection} place="below" /> : null}
    </Stack>
  )
}

function ConfigureButton({
  connectionId,
  isSecond = false,
}: {
  readonly connectionId: string
  readonly isSecond?: boolean
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Button
      variant={isSecond ? 'default' : 'filled'}
      onClick={() => void navigate({ to: '/connections/$connectionId/sync', params: { connectionId } })}
    >
      {t('sync.configure')}
    </Button>
  )
}

interface ConfiguredLineProps {
  readonly configuration: SyncConfiguration
  readonly local: string
  readonly remote: string
}

/** What is sent, whether the other side takes it, and the way to change it. */
function ConfiguredLine({ configuration, local, remote }: ConfiguredLineProps) {
  const { t } = useTranslation()
  const { connectionId, table, trigger, isPeerReady } = configuration
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text fz="sm">
          {t('sync.trigger', { table })} <code>{trigger?.query || t('sync.all')}</code>
          {trigger?.isActive === false ? ` (${t('sync.triggerPaused')})` : ''}
        </Text>
        <Group gap="sm">
          <ConnectRecords connectionId={connectionId} remote={remote} />
          <ConnectList connectionId={connectionId} remote={remote} />
          <ConfigureButton connectionId={connectionId} isSecond />
        </Group>
      </Group>
      <Text fz="sm" c="dimmed">
        {t('sync.leaves')}
      </Text>
      {isPeerReady === false ? <Notice tone="waiting">{t('sync.waitsForPeer', { local, remote })}</Notice> : null}
    </>
  )
}
