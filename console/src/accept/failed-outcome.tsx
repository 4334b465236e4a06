import { Button, Group } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { refusalOfState } from '../connection-state/refusal-of-state.ts'
import { stateLabel } from '../connection-state/state-label.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** The other side refused, or the connection went on to another end while this page was open. */
export function FailedOutcome({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const refusal = refusalOfState(connection)
  return (
    <>
      <PageHeading title={t('accept.outcome.failed')} />
      <Panel>
        {refusal ? (
          <ProblemNotice thrown={refusal} />
        ) : (
          <Notice tone="attention">{t('invitation.nowState', { state: stateLabel(connection.state, i18n) })}</Notice>
        )}
        <Group>
          <Button variant="default" onClick={() => void navigate({ to: '/accept' })}>
            {t('accept.outcome.startAgain')}
          </Button>
        </Group>
      </Panel>
    </>
  )
}
