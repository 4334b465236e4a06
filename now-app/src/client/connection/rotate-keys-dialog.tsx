import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface RotateKeysDialogProps {
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
}

export function RotateKeysDialog({ connection, opened, onClose }: RotateKeysDialogProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const rotate = useConsoleCall('rotateKeys')
  const { name, remoteShortName: remote } = connection
  const close = () => {
    rotate.reset()
    onClose()
  }
  const confirm = () =>
    rotate.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: () => {
          announce(t('keys.rotateKeysDone', { name }))
          close()
        },
      },
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={t('keys.rotateKeys')}
      confirm={t('keys.rotateKeys')}
      busy={rotate.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t('keys.rotateKeysText', { name, remote })}</Text>
        {rotate.error ? <ProblemNotice thrown={rotate.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
