import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface EndPairingDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function EndPairingDialog({ opened, onClose }: EndPairingDialogProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const end = useConsoleCall('endPairing')
  const close = () => {
    end.reset()
    onClose()
  }
  const done = () => {
    announce(t('settings.pairingEnded'))
    close()
  }
  const confirm = () => end.mutate({}, { onSuccess: done })
  return (
    <ConfirmDialog
      opened={opened}
      title={t('settings.endPairing')}
      confirm={t('settings.endPairing')}
      danger
      busy={end.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t('settings.endPairingText')}</Text>
        {end.error ? <ProblemNotice thrown={end.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
