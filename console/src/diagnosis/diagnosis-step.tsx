import { Loader, Text } from '@mantine/core'
import type { DiagnosisStep as Step } from '@accord/shared/protocol'
import type { DiagnosisResult } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../problems/problem-words.ts'

const TONES = { ok: 'good', warning: 'attention', failed: 'broken', skipped: 'none', waiting: 'none' } as const
const RESPONSIBLE = ['local-admin', 'source-admin', 'destination-admin', 'operator', 'vendor', 'nobody'] as const

interface DiagnosisStepProps {
  readonly step: Step
  readonly found: DiagnosisResult | undefined
  readonly isRunning: boolean
  /** Nothing behind a step that failed is asked. */
  readonly isCut: boolean
}

export function DiagnosisStep({ step, found, isRunning, isCut }: DiagnosisStepProps) {
  const { t, i18n } = useTranslation()
  const result = found?.result ?? (isCut ? 'skipped' : 'waiting')
  const responsible = RESPONSIBLE.find((it) => it === found?.responsible)
  const remedy = found?.problem ? problemWords(found.problem, i18n).remedy : found?.remedy
  return (
    <li className="accord-finding">
      {isRunning ? (
        <Loader size="xs" aria-hidden="true" />
      ) : (
        <span className="accord-state" data-tone={TONES[result]}>
          {t(`diagnosis.results.${result}`)}
        </span>
      )}
      <div style={{ minWidth: 0 }}>
        <Text fz="sm" fw={600}>
          {t(`diagnosis.steps.${step}`)}
          {found && result !== 'skipped' ? (
            <Text component="span" fz="xs" c="dimmed">
              {' '}
              {t('diagnosis.took', { ms: found.durationMs })}
            </Text>
          ) : null}
        </Text>
        {found ? (
          <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
            {found.detail}
          </Text>
        ) : null}
        {remedy && responsible ? (
          <Text fz="sm">
            <strong>{t(`common.responsible.${responsible}`)} </strong>
            {remedy}
          </Text>
        ) : null}
      </div>
    </li>
  )
}
