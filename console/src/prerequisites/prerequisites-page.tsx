import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core'
import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { FindingList } from '../setup/finding-list.tsx'
import { useOwnFindings } from './use-own-findings.ts'
import { usePrerequisites } from './use-prerequisites.ts'

/** Everything that a connection needs, tried when the page opens and whenever it is asked for. */
export function PrerequisitesPage() {
  const { t } = useTranslation()
  const { roles } = useSession()
  const tries = roles.admin || roles.maintainer
  const { data, error, isFetching, refetch } = usePrerequisites(tries)
  const own = useOwnFindings()
  const findings: readonly Finding[] = [...own, ...(data?.prerequisites ?? [])]
  const isBlocked = findings.some(({ state }) => state === 'failed')
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('prerequisites.title')} lead={t('prerequisites.lead')}>
        <Button loading={isFetching} onClick={() => void refetch()}>
          {t('prerequisites.again')}
        </Button>
      </PageHeading>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Center mih={200} role="status" aria-label={t('prerequisites.checking')}>
          <Loader />
        </Center>
      ) : null}
      {data && !error ? (
        <>
          <Notice tone={isBlocked ? 'attention' : 'good'}>{t(`prerequisites.${isBlocked ? 'bad' : 'good'}`)}</Notice>
          {tries ? null : (
            <Group>
              <Text fz="sm">{t('prerequisites.known')}</Text>
            </Group>
          )}
        </>
      ) : null}
      <Panel>
        <FindingList findings={findings} />
      </Panel>
    </Stack>
  )
}
