import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

export type Decision = 'approve' | 'reject'

interface DecisionDialogProps {
  readonly decision: Decision
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks once more, and says what happens at the other side. */
export function DecisionDialog({ decision, connection, opened, onClose }: DecisionDialogProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const call = useConsoleCall(decision)
  const { name } = connection
  const remote = connection.remote.name ?? connection.remoteShortName
  const close = () => {
    call.reset()
    onClose()
  }
  const confirm = () =>
    call.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: () => {
          announce(t(`approval.${decision}Done`, { name }))
          close()
        },
      },
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={t(`approval.${decision}`)}
      confirm={t(`approval.${decision}`)}
      danger={decision === 'reject'}
      busy={call.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t(`approval.${decision}Text`, { name, remote })}</Text>
        {call.error ? <ProblemNotice thrown={call.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
