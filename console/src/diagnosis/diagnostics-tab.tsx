import { Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { DIAGNOSIS_STAGES } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { DiagnosisStep } from './diagnosis-step.tsx'
import { DriftPanel } from './drift-panel.tsx'
import { useDiagnosis } from './use-diagnosis.ts'

/** Where a connection is stuck, and whether both sides hold the same. */
export function DiagnosticsTab({ connection }: { readonly connection: ConnectionSnapshot }) {
  return (
    <Stack gap="md">
      <DiagnosisPanel connection={connection} />
      <DriftPanel connection={connection} />
    </Stack>
  )
}

/** Where a connection is stuck, examined now and shown step by step. */
function DiagnosisPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const { results, stage, refusal, isFinished, run } = useDiagnosis(connection.id)
  const isRunning = stage !== undefined
  const hasBegun = isRunning || results.length > 0 || isFinished
  const current = stage === undefined ? undefined : DIAGNOSIS_STAGES[stage]?.[0]
  const hasFault = results.some(({ result }) => result === 'failed')
  const finished = isFinished ? t(hasFault ? 'diagnosis.finishedFailed' : 'diagnosis.finished') : ''
  return (
    <Panel>
      <Text fz="sm" c="dimmed">
        {t('diagnosis.lead')}
      </Text>
      <Group>
        <ReasonedButton
          variant="filled"
          reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
          onClick={run}
        >
          {t(hasBegun ? 'diagnosis.again' : 'diagnosis.check')}
        </ReasonedButton>
      </Group>
      <VisuallyHidden role="status">
        {current ? t('diagnosis.running', { step: t(`diagnosis.steps.${current}`) }) : finished}
      </VisuallyHidden>
      {refusal ? <ProblemNotice thrown={refusal} onRetry={run} /> : null}
      {hasBegun ? (
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-busy={isRunning}>
          {DIAGNOSIS_STAGES.flatMap((steps, at) =>
            steps.map((step) => (
              <DiagnosisStep
                key={step}
                step={step}
                found={results.find((it) => it.step === step)}
                isRunning={at === stage}
                isCut={isFinished}
              />
            )),
          )}
        </Stack>
      ) : null}
    </Panel>
  )
}
