import { Center, Loader, Stack, Text } from '@mantine/core'
import type { NodeSettings } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { useSession } from '../api/use-session.ts'
import { useNodeSettings } from '../api/use-settings.ts'
import { useHost } from '../host/console-host.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { NodeDetails } from '../setup/node-details.tsx'
import { LicencePanel } from './licence-panel.tsx'
import { PairingPanel } from './pairing-panel.tsx'
import { RunSettingsForm } from './run-settings-form.tsx'

export function SettingsPage() {
  const { t } = useTranslation()
  const { parts } = useHost()
  const { data: status } = useNodeStatus()
  const { data: settings, error, refetch } = useNodeSettings()
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('settings.title')} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!settings && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {settings ? (
        <>
          <Panel title={t('settings.node')}>
            <NodeDetails status={status} />
          </Panel>
          <LicencePanel />
          <Panel title={t('settings.code')}>
            <RunSettingsForm settings={settings} />
          </Panel>
          {parts ? <parts.Notices /> : null}
          <PairingPanel pairing={settings.pairing} />
          <Panel title={t('settings.environment')}>
            <Text fz="sm" c="dimmed">
              {t('settings.environmentLead')}
            </Text>
            <DescriptionList labels="long" items={settings.fixed.map(({ name, value }) => ({ label: name, value }))} />
          </Panel>
          <VersionsPanel versions={settings.versions} />
        </>
      ) : null}
    </Stack>
  )
}

function VersionsPanel({ versions }: { readonly versions: NodeSettings['versions'] }) {
  const { t } = useTranslation()
  const { appVersion } = useSession()
  const { node, rest, hub, database } = versions
  return (
    <Panel title={t('settings.versions')}>
      <DescriptionList
        items={[
          { label: t('settings.versionApp'), value: appVersion },
          { label: t('settings.versionNode'), value: node },
          { label: t('settings.versionRest'), value: `${rest.min} – ${rest.max}` },
          { label: t('settings.versionHub'), value: `${hub.min} – ${hub.max}` },
          { label: t('settings.database'), value: database },
        ]}
      />
    </Panel>
  )
}
