import { Center, Loader, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStuckJobs } from '../api/use-stuck-jobs.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { groupJobs } from './job-groups.ts'
import { JobGroupPanel } from './job-group-panel.tsx'

const REFRESH_MS = 2_000

/** Work that the node has given up, and work that keeps failing: as what it is, with who acts. */
export function JobsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useStuckJobs(REFRESH_MS)
  const hidden = data ? data.dead + data.retrying - data.jobs.length : 0
  return (
    <Stack gap="md">
      <PageHeading title={t('jobs.title')} lead={t('jobs.lead')} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Center mih={120} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {data?.jobs.length === 0 ? <Notice tone="good">{t('jobs.empty')}</Notice> : null}
      {groupJobs(data?.jobs ?? []).map((group) => (
        <JobGroupPanel key={`${group.queue} ${group.code}`} group={group} />
      ))}
      {hidden > 0 ? <Text c="dimmed">{t('jobs.hidden', { count: hidden })}</Text> : null}
    </Stack>
  )
}
