import { Button, Group, Stack } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { refusalOfState } from '../connections/refusal-of-state.ts'
import { Notice } from '../parts/notice.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { stateLabel } from '../connections/state-label.ts'

interface FailedOutcomeProps {
  readonly connection: ConnectionSnapshot
  readonly onStartAgain: () => void
}

/** The other side refused, or the connection went on to another end while this page was open. */
export function FailedOutcome({ connection, onStartAgain }: FailedOutcomeProps) {
  const { t, i18n } = useTranslation()
  const refusal = refusalOfState(connection)
  return (
    <Stack gap="md">
      <StepHeading title={t('accept.outcome.failed')} />
      {refusal ? (
        <ProblemNotice thrown={refusal} />
      ) : (
        <Notice tone="attention">{t('invitation.nowState', { state: stateLabel(connection.state, i18n) })}</Notice>
      )}
      <Group>
        <Button variant="default" onClick={onStartAgain}>
          {t('accept.outcome.startAgain')}
        </Button>
      </Group>
    </Stack>
  )
}
