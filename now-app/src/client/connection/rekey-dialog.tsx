import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface RekeyDialogProps {
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
  readonly onIssued: (issued: IssuedCode) => void
}

export function RekeyDialog({ connection, opened, onClose, onIssued }: RekeyDialogProps) {
  const { t } = useTranslation()
  const rekey = useConsoleCall('rekey')
  const close = () => {
    rekey.reset()
    onClose()
  }
  const confirm = () =>
    rekey.mutate(
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
      title={t('keys.rekey')}
      confirm={t('keys.rekey')}
      busy={rekey.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t('keys.rekeyText', { name: connection.name, remote: connection.remoteShortName })}</Text>
        {rekey.error ? <ProblemNotice thrown={rekey.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
