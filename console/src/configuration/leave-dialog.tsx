import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { useAskBeforeLeaving } from '../parts/use-ask-before-leaving.ts'

/** What was written and not published is not lost without a question. */
export function LeaveDialog({ isChanged }: { readonly isChanged: boolean }) {
  const { t } = useTranslation()
  const leaving = useAskBeforeLeaving(isChanged)
  return (
    <ConfirmDialog
      opened={leaving.asking}
      title={t('configure.leaveTitle')}
      confirm={t('configure.leave')}
      cancel={t('configure.stay')}
      danger
      onConfirm={leaving.leave}
      onCancel={leaving.stay}
    >
      <Text>{t('configure.leaveText')}</Text>
    </ConfirmDialog>
  )
}
