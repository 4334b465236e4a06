import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { useAskBeforeLeaving } from '../parts/use-ask-before-leaving.ts'

/** What the node does not keep yet is not lost without a question. */
export function LeaveDialog({ isUnsaved }: { readonly isUnsaved: boolean }) {
  const { t } = useTranslation()
  const leaving = useAskBeforeLeaving(isUnsaved)
  return (
    <ConfirmDialog
      opened={leaving.asking}
      title={t('configure.leaveTitle')}
      confirm={t('configure.leave')}
      cancel={t('configure.stay')}
      staying
      onConfirm={leaving.leave}
      onCancel={leaving.stay}
    >
      <Text>{t('configure.leaveText')}</Text>
    </ConfirmDialog>
  )
}
