import { Stack, Text } from '@mantine/core'
import type { NoticeTestAnswer } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { problemWords } from '../../problems/problem-words.ts'

/** What became of a test, recipient by recipient. */
export function TestResults({ results }: NoticeTestAnswer) {
  const { t, i18n } = useTranslation('notices')
  return (
    <Notice tone={results.every(({ sent }) => sent) ? 'good' : 'attention'}>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {results.map(({ channel, recipient, sent, code, reply }) => {
          const words = problemWords(code ?? '', i18n)
          return (
            <li key={`${channel} ${recipient}`}>
              <Text fz="sm">
                {sent ? t('testSent', { recipient }) : t('testFailed', { recipient, title: words.title })}
              </Text>
              {sent ? null : (
                <Text fz="sm">
                  {reply === null ? '' : `${t('reply', { reply })} `}
                  {words.remedy}
                </Text>
              )}
            </li>
          )
        })}
      </Stack>
    </Notice>
  )
}
