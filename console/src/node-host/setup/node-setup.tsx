import { Button, Group, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../../api/use-node-status.ts'
import { useSession } from '../../api/use-session.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { FindingList } from '../../setup/finding-list.tsx'
import { NodeDetails } from '../../setup/node-details.tsx'
import { PairingCodePanel } from './pairing-code-panel.tsx'
import { TrackerForm } from './tracker-form.tsx'

/** What this side is: a ServiceNow instance, which pairs itself with a code, or another tracker, which is described. */
export function NodeSetup() {
  const { t } = useTranslation(['translation', 'node'])
  const navigate = useNavigate()
  const { paired } = useSession()
  const { data: status, error, refetch } = useNodeStatus()
  const isInstance = status?.instanceUrl !== null && status !== undefined
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('setup.title')} lead={paired ? undefined : t('node:setupLead')} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {status && !isInstance ? (
        <Panel title={t('node:trackerTitle')}>
          <TrackerForm key={status.tracker?.url ?? ''} tracker={status.tracker} />
        </Panel>
      ) : null}
      <PairingCodePanel isPaired={isInstance} />
      <Panel title={t('setup.node')}>
        <NodeDetails status={status} />
        {paired ? (
          <Group>
            <Button onClick={() => void navigate({ to: '/connections' })}>{t('setup.goOn')}</Button>
          </Group>
        ) : null}
      </Panel>
      {status ? (
        <Panel title={t('setup.prerequisites')}>
          <FindingList findings={status.prerequisites} />
        </Panel>
      ) : null}
    </Stack>
  )
}
