import { Center, Loader, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConnectionList } from '../api/use-connection-list.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ConnectionList } from './connection-list.tsx'
import { EmptyConnections } from './empty-connections.tsx'
import { NewConnectionButtons } from './new-connection-buttons.tsx'
import { useAnnouncedChanges } from './use-announced-changes.ts'

/** All connections, live. */
export function ConnectionsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useConnectionList()
  const connections = data?.connections
  useAnnouncedChanges(connections)
  return (
    <Stack gap="md">
      <PageHeading title={t('connections.title')}>{connections?.length ? <NewConnectionButtons /> : null}</PageHeading>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {error && connections ? <Text fz="sm">{t('common.interrupted')}</Text> : null}
      {!connections && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {connections?.length === 0 ? <EmptyConnections /> : null}
      {connections?.length ? <ConnectionList connections={connections} /> : null}
    </Stack>
  )
}
