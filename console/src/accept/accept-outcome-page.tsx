import { Center, Loader, Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { EstablishedOutcome } from './established-outcome.tsx'
import { FailedOutcome } from './failed-outcome.tsx'
import { WaitingOutcome } from './waiting-outcome.tsx'

/** What became of an acceptance, live: it may still be under way, and it goes on when this page is closed. */
export function AcceptOutcomePage() {
  const { t } = useTranslation()
  const { connectionId } = useParams({ from: '/accept/$connectionId' })
  const { data, error, refetch } = useConnection(connectionId)
  const connection = data?.connection
  const isWaiting = connection?.state === 'redeeming' || connection?.state === 'awaiting_approval'
  return (
    <Stack gap="md" maw="52rem">
      {connection ? null : <PageHeading title={t('accept.title')} />}
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!connection && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {connection?.state === 'active' ? <EstablishedOutcome connection={connection} /> : null}
      {connection && isWaiting ? <WaitingOutcome connection={connection} /> : null}
      {connection && connection.state !== 'active' && !isWaiting ? <FailedOutcome connection={connection} /> : null}
    </Stack>
  )
}
