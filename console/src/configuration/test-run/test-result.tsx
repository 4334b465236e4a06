import { Code, Stack, Text } from '@mantine/core'
import type { TestedScripts } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { faultText } from './fault-text.ts'
import { TestedPlan } from './tested-plan.tsx'
import { TestedReplica } from './tested-replica.tsx'

interface TestResultProps {
  readonly tested: TestedScripts
  readonly remote: string
}

/** What the draft would do, and what it asked for that. */
export function TestResult({ tested, remote }: TestResultProps) {
  const { t } = useTranslation()
  const { lookups, steps, logs } = tested
  return (
    <Stack gap="sm">
      <TestOutcome tested={tested} remote={remote} />
      <Listed title={t('testRun.lookups', { count: lookups.length })}>
        {lookups.map(({ name, request, answer }) => `${name} ${request} → ${answer}`)}
      </Listed>
      <Listed title={t('testRun.steps', { count: steps.length })}>
        {steps.map(({ name, request }) => `${name} ${request}`)}
      </Listed>
      <Listed title={t('testRun.logs', { count: logs.length })}>{logs}</Listed>
    </Stack>
  )
}

function TestOutcome({ tested: { outcome }, remote }: TestResultProps) {
  const { t, i18n } = useTranslation()
  switch (outcome.kind) {
    case 'replica':
      return <TestedReplica tested={outcome} remote={remote} />
    case 'plan':
      return <TestedPlan tested={outcome} remote={remote} />
    case 'stopped':
      return <Notice tone="waiting">{t('testRun.stopped', { reason: outcome.reason })}</Notice>
    case 'nothing':
      return <Notice tone="waiting">{t('testRun.nothing')}</Notice>
    case 'failed':
      return <Notice tone="attention">{faultText(outcome, i18n)}</Notice>
  }
}

/** Of every run, in their order; nothing where there was none. */
function Listed({ title, children }: { readonly title: string; readonly children: readonly string[] }) {
  if (children.length === 0) return null
  return (
    <details>
      <summary>
        <Text component="span" fz="sm">
          {title}
        </Text>
      </summary>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {children.join('\n')}
      </Code>
    </details>
  )
}
