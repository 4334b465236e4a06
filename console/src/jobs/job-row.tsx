import { Anchor, Text } from '@mantine/core'
import type { StuckJob } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface JobRowProps {
  readonly job: StuckJob
  /** Why this user may not try it again; undefined when it is possible. */
  readonly reason: string | undefined
}

/** One stuck job: whose it is, since when, how often it failed, when it is tried next. */
export function JobRow({ job, reason }: JobRowProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const rerun = useConsoleCall('rerunJob')
  const { connection } = job
  const name = connection?.name ?? job.key
  const again = () => {
    if (rerun.isPending) return
    rerun.mutate({ params: { jobId: job.id } }, { onSuccess: () => announce(t('jobs.tried', { name })) })
  }
  return (
    <li>
      <div>
        {connection ? (
          <Anchor
            renderRoot={(props) => (
              <Link to="/connections/$connectionId" params={{ connectionId: connection.id }} search={{}} {...props} />
            )}
          >
            {name}
          </Anchor>
        ) : (
          <Text ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
        )}
        <Text fz="sm" c="dimmed" component="div">
          {t('jobs.since')} <TimeText at={job.since} show="both" /> · {t('jobs.attempts', { count: job.attempts })}
          {' · '}
          {job.nextTryAt ? (
            <>
              {t('jobs.next')} <TimeText at={job.nextTryAt} />
            </>
          ) : (
            t('jobs.givenUp')
          )}
        </Text>
        {job.lastError ? (
          <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
            {job.lastError}
          </Text>
        ) : null}
        {rerun.error ? <ProblemNotice thrown={rerun.error} onRetry={again} /> : null}
      </div>
      <ReasonedButton reason={reason} label={t('jobs.tryAgainOf', { name })} onClick={again}>
        {t('jobs.tryAgain')}
      </ReasonedButton>
    </li>
  )
}
