import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { NoticeReport } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { NeedList } from '../../needs/need-list.tsx'
import { DescriptionList } from '../../parts/description-list.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'
import { DeliveryList } from './delivery-list.tsx'
import { TestResults } from './test-results.tsx'

/** On which way people are notified of what needs them, with a test; what that is now, and what became of the newest notices. */
export function NoticesPanel() {
  const { t } = useTranslation('notices')
  const host = useNodeHost()
  const { roles } = useSession()
  const report = useQuery({
    queryKey: ['notices'],
    queryFn: () => host.call('readNotices', {}),
    enabled: roles.admin,
  })
  const test = useAccountCall(() => host.call('testNotices', { body: {} }))
  if (!roles.admin) return null
  const { mail, webhook, event, open = [], deliveries = [] } = report.data ?? {}
  const canTest = webhook || event || (mail && mail.to.length > 0)
  return (
    <Panel title={t('title')}>
      <Text fz="sm" c="dimmed">
        {t('lead')}
      </Text>
      {report.error ? <ProblemNotice thrown={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data ? (
        <Stack gap="md">
          <DescriptionList
            items={[
              ...(mail
                ? [
                    { label: t('mail'), value: `${mail.host}:${mail.port}, ${t(`encryption.${mail.encryption}`)}` },
                    { label: t('from'), value: mail.from },
                    { label: t('to'), value: mail.to.join(', ') || t('nobody') },
                  ]
                : [{ label: t('mail'), value: t('mailOff') }]),
              { label: t('webhook'), value: webhook?.host ?? t('webhookOff') },
              { label: t('event'), value: t(event ? 'eventOn' : 'eventOff') },
            ]}
          />
          {canTest ? (
            <Group>
              <Button variant="default" loading={test.isPending} onClick={() => test.mutate(undefined)}>
                {t('test')}
              </Button>
            </Group>
          ) : null}
          {test.error ? <ProblemNotice thrown={test.error} /> : null}
          {test.data ? <TestResults results={test.data.results} /> : null}
        </Stack>
      ) : null}
      {report.data ? <Needs open={open} /> : null}
      {deliveries.length > 0 ? <DeliveryList deliveries={deliveries.slice(0, 10)} /> : null}
    </Panel>
  )
}

function Needs({ open }: Pick<NoticeReport, 'open'>) {
  const { t } = useTranslation('notices')
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('needs')}
      </Title>
      <NeedList needs={open} />
    </Stack>
  )
}
