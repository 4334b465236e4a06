import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface RevokeDialogProps {
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
}

export function RevokeDialog({ connection, opened, onClose }: RevokeDialogProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const revoke = useConsoleCall('revoke')
  const { name } = connection
  const close = () => {
    revoke.reset()
    onClose()
  }
  const confirm = () =>
    revoke.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: () => {
          announce(t('connection.revoked', { name }))
          close()
        },
      },
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={t('connection.revoke')}
      confirm={t('connection.revoke')}
      danger
      busy={revoke.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t('connection.revokeText', { name })}</Text>
        {revoke.error ? <ProblemNotice thrown={revoke.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
