import { List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import type { Tried } from './shadow-result.tsx'
import { ShadowResult } from './shadow-result.tsx'
import type { Question } from './use-asked-publishing.ts'

interface PublishDialogProps {
  readonly question: Question | null
  readonly remote: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly onTry: (tried: Tried) => void
}

/** What publishing would do to the pairs that there are, where somebody should know that before. */
export function PublishDialog({ question, remote, onConfirm, onCancel, onTry }: PublishDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      opened={question !== null}
      title={t('shadow.askTitle')}
      confirm={t('shadow.publish')}
      cancel={t('shadow.back')}
      danger
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {question && 'error' in question ? (
        <Stack gap="sm">
          <Text>{t('shadow.untried')}</Text>
          <ProblemNotice thrown={question.error} />
        </Stack>
      ) : null}
      {question && 'findings' in question ? (
        <Stack gap="sm">
          <List fw={600} spacing={4}>
            {question.findings.asks.map((reason) => (
              <List.Item key={reason}>{t(`shadow.ask.${reason}`, { remote })}</List.Item>
            ))}
          </List>
          <ShadowResult findings={question.findings} remote={remote} onTry={onTry} />
        </Stack>
      ) : null}
    </ConfirmDialog>
  )
}
