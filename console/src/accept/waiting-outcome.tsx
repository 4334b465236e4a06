import { Button, Group, Loader, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { problemWords } from '../problems/problem-words.ts'

/** The acceptance is stored and goes on without this page. */
export function WaitingOutcome({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const isApproval = connection.state === 'awaiting_approval'
  const { stateReason: reason } = connection
  const attempt = reason && problemWords(reason.code, i18n, { title: reason.detail, remedy: '' })
  return (
    <>
      <PageHeading title={t(isApproval ? 'accept.outcome.approval' : 'accept.outcome.redeeming')} />
      <Panel>
        <Group gap="sm" wrap="nowrap">
          <Loader size="sm" aria-hidden="true" />
          <Text>{t(isApproval ? 'accept.outcome.approvalText' : 'accept.outcome.redeemingText')}</Text>
        </Group>
        {attempt ? (
          <Notice tone="attention">
            {t('accept.outcome.lastAttempt', { reason: attempt.title })}. {attempt.remedy}
          </Notice>
        ) : null}
        <Group gap="sm">
          <Button
            onClick={() => void navigate({ to: '/connections/$connectionId', params: { connectionId: connection.id } })}
          >
            {t('accept.outcome.openConnection')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/connections' })}>
            {t('common.done')}
          </Button>
        </Group>
      </Panel>
    </>
  )
}
