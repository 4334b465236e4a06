import { Box, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../host/refusal.ts'
import { ProblemActions } from './problem-actions.tsx'
import { ProblemFacts } from './problem-facts.tsx'
import { problemWords } from './problem-words.ts'

interface ProblemNoticeProps {
  readonly thrown: unknown
  readonly onRetry?: (() => void) | undefined
}

const RESPONSIBLE = ['local-admin', 'source-admin', 'destination-admin', 'operator', 'vendor', 'nobody'] as const

/** The one place where a refusal is shown: what happened, why, whose turn it is, what to do, and the request's id. */
export function ProblemNotice({ thrown, onRetry }: ProblemNoticeProps) {
  const { t, i18n } = useTranslation()
  const problem = problemOf(thrown)
  const words = problemWords(problem.code, i18n, problem)
  const responsible = RESPONSIBLE.find((it) => it === problem.responsible)
  // A refusal without a detail of its own repeats its remedy there.
  const detail = problem.detail === problem.remedy || problem.detail === words.remedy ? '' : problem.detail
  return (
    <Box className="accord-problem" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text fw={600} c="var(--mantine-color-error)">
          {words.title}
        </Text>
        {detail ? (
          <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        ) : null}
        <ProblemFacts code={problem.code} facts={problem.facts} />
        <Text fz="sm">
          {responsible ? <strong>{t(`common.responsible.${responsible}`)} </strong> : null}
          {words.remedy}
        </Text>
        <ProblemActions problem={problem} onRetry={onRetry} />
        {problem.requestId ? (
          <Text fz="xs" c="dimmed">
            {t('common.requestId')}{' '}
            <Text component="span" fz="xs" ff="monospace">
              {problem.requestId}
            </Text>
          </Text>
        ) : null}
      </Stack>
    </Box>
  )
}
