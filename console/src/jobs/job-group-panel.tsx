import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { JobRow } from './job-row.tsx'
import { jobWords, queueLabel } from './job-words.ts'
import type { JobGroup } from './job-groups.ts'

/** Work of one kind that fails for one reason: what is the matter, whose turn it is, and each job. */
export function JobGroupPanel({ group }: { readonly group: JobGroup }) {
  const { t, i18n } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const rerunAll = useConsoleCall('rerunJobs')
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const words = jobWords(group, i18n)
  const kind = queueLabel(group.queue, i18n)
  const all = () => {
    if (rerunAll.isPending) return
    rerunAll.mutate(
      { body: { queue: group.queue } },
      { onSuccess: ({ count }) => announce(t('jobs.triedAll', { count })) },
    )
  }
  return (
    <Panel title={`${kind}: ${words.title}`}>
      <Text maw="44rem">
        <strong>{t(`common.responsible.${words.responsible}`)}</strong> {words.remedy}
      </Text>
      {group.jobs.length > 1 ? (
        <Group>
          <ReasonedButton reason={reason} onClick={all}>
            {t('jobs.tryAll')}
          </ReasonedButton>
        </Group>
      ) : null}
      {rerunAll.error ? <ProblemNotice thrown={rerunAll.error} onRetry={all} /> : null}
      <ul className="accord-jobs">
        {group.jobs.map((job) => (
          <JobRow key={job.id} job={job} reason={reason} />
        ))}
      </ul>
    </Panel>
  )
}
