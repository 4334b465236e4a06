import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface ReissueDialogProps {
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
  readonly onIssued: (issued: IssuedCode) => void
}

export function ReissueDialog({ connection, opened, onClose, onIssued }: ReissueDialogProps) {
  const { t } = useTranslation()
  const reissue = useConsoleCall('reissue')
  const close = () => {
    reissue.reset()
    onClose()
  }
  const confirm = () =>
    reissue.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: (answer) => {
          const { remote } = answer.connection
          onIssued({ ...answer, remoteUrl: remote.instanceUrl ?? remote.nodeUrl, boundToName: remote.name })
          close()
        },
      },
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={t('connection.reissue')}
      confirm={t('connection.reissue')}
      busy={reissue.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t('connection.reissueText', { name: connection.name })}</Text>
        {reissue.error ? <ProblemNotice thrown={reissue.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
