import { Anchor, Center, Loader, Stack } from '@mantine/core'
import type { TemplateName } from '@accord/shared/sync'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { useSyncConfiguration } from '../api/use-sync-configuration.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ConfigureSync } from './configure-sync.tsx'

/** *Configure Sync* of one connection: this side's rules, and never those of the other. */
export function ConfigurePage() {
  const { t } = useTranslation()
  const { connectionId } = useParams({ from: '/connections/$connectionId/sync' })
  const connection = useConnection(connectionId)
  const [template, setTemplate] = useState<TemplateName>()
  const configuration = useSyncConfiguration(connectionId, template)
  const error = connection.error ?? configuration.error
  const known = connection.data?.connection
  const retry = () => void Promise.all([connection.refetch(), configuration.refetch()])
  const local = known?.localShortName ?? ''
  const remote = known?.remoteShortName ?? ''
  return (
    <Stack gap="md">
      {known ? (
        <Anchor
          fz="sm"
          w="fit-content"
          renderRoot={(props) => (
            <Link to="/connections/$connectionId" params={{ connectionId }} search={{ tab: 'sync' }} {...props} />
          )}
        >
          <span aria-hidden="true">← </span>
          {t('configure.back', { name: known.name })}
        </Anchor>
      ) : null}
      <PageHeading title={t('configure.title')} lead={known ? t('configure.lead', { local, remote }) : undefined} />
      {error ? <ProblemNotice thrown={error} onRetry={retry} /> : null}
      {!error && !(known && configuration.data) ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {known && configuration.data ? (
        <ConfigureSync
          key={connectionId}
          connection={known}
          configuration={configuration.data}
          onTemplate={setTemplate}
        />
      ) : null}
    </Stack>
  )
}
