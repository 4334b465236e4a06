import { Anchor, Center, Loader, Stack } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ConnectionView } from './connection-view.tsx'

export function ConnectionPage() {
  const { t } = useTranslation()
  const { connectionId } = useParams({ from: '/connections/$connectionId' })
  const { data, error, refetch } = useConnection(connectionId)
  return (
    <Stack gap="md">
      <Anchor fz="sm" w="fit-content" renderRoot={(props) => <Link to="/connections" {...props} />}>
        <span aria-hidden="true">← </span>
        {t('connection.back')}
      </Anchor>
      {!data && error ? <PageHeading title={t('connections.title')} /> : null}
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {data ? <ConnectionView key={connectionId} connection={data.connection} log={data.log} /> : null}
    </Stack>
  )
}
