import { Group } from '@mantine/core'
import type { Backfill, ChangeBackfillRequest } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { RateField, rateOf } from './rate-field.tsx'

interface BackfillStepsProps {
  readonly connectionId: string
  readonly backfill: Backfill
}

/** What a person does with one that goes on or rests. Whatever has begun goes on; nothing is taken back. */
export function BackfillSteps({ connectionId, backfill: { state, perMinute } }: BackfillStepsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [rate, setRate] = useState(String(perMinute))
  const change = useConsoleCall('changeBackfill')
  const reason = roles.maintainer ? undefined : t('common.needsMaintainer')
  const next = rateOf(rate)
  const send = (body: Omit<ChangeBackfillRequest, 'actor'>) => {
    if (!change.isPending) change.mutate({ params: { connectionId }, body })
  }
  const step = state === 'paused' ? 'resume' : 'pause'
  return (
    <>
      <Group align="flex-end" gap="sm">
        <RateField value={rate} onChange={setRate} />
        {next === undefined || next === perMinute ? null : (
          <ReasonedButton reason={reason} onClick={() => send({ perMinute: next })}>
            {t('backfill.changeRate')}
          </ReasonedButton>
        )}
        <ReasonedButton variant="filled" reason={reason} onClick={() => send({ step })}>
          {t(`backfill.steps.${step}`)}
        </ReasonedButton>
        <ReasonedButton danger reason={reason} onClick={() => send({ step: 'end' })}>
          {t('backfill.steps.end')}
        </ReasonedButton>
      </Group>
      {change.error ? <ProblemNotice thrown={change.error} onRetry={() => change.reset()} /> : null}
    </>
  )
}
