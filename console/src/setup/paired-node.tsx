import { Button, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { SyncUserPanel } from '../access/sync-user-panel.tsx'
import { FindingList } from './finding-list.tsx'
import { NodeDetails } from './node-details.tsx'
import { PairingForm } from './pairing-form.tsx'
import { ReconcileProgress } from './reconcile-progress.tsx'

/** The node this instance is paired with, what it needs, and the way to pair again. */
export function PairedNode() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: status, error, refetch } = useNodeStatus()
  const [pairsAgain, setPairsAgain] = useState(false)
  return (
    <Stack gap="md">
      <Notice tone="good">{t('setup.paired')}</Notice>
      <ReconcileProgress />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('setup.node')}>
        <NodeDetails status={status} />
        <Group gap="sm">
          <Button onClick={() => void navigate({ to: '/connections' })}>{t('setup.goOn')}</Button>
          {pairsAgain ? null : (
            <Button variant="default" onClick={() => setPairsAgain(true)}>
              {t('setup.again')}
            </Button>
          )}
        </Group>
      </Panel>
      <SyncUserPanel />
      {status ? (
        <Panel title={t('setup.prerequisites')}>
          <FindingList findings={status.prerequisites} />
        </Panel>
      ) : null}
      {pairsAgain ? (
        <Panel title={t('setup.again')}>
          <Text fz="sm" c="dimmed">
            {t('setup.againText')}
          </Text>
          <PairingForm onPaired={() => setPairsAgain(false)} />
        </Panel>
      ) : null}
    </Stack>
  )
}
