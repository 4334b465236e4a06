import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { endsHere } from './possible-actions.ts'
import type { LifeChange } from './possible-actions.ts'

interface ChangeDialogProps {
  readonly change: LifeChange
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks before this side pauses, resumes or ends a connection, and says what happens at the other side. */
export function ChangeDialog({ change, connection, opened, onClose }: ChangeDialogProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const call = useConsoleCall(change)
  const { name, remoteShortName: remote } = connection
  const text = change === 'delete' && endsHere(connection) ? 'deleteHere' : change
  const close = () => {
    call.reset()
    onClose()
  }
  const confirm = () =>
    call.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: () => {
          announce(t(`life.${change}Done`, { name }))
          close()
        },
      },
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={t(`life.${change}`)}
      confirm={t(`life.${change}`)}
      danger={change === 'delete'}
      busy={call.isPending}
      onConfirm={confirm}
      onCancel={close}
    >
      <Stack gap="md">
        <Text>{t(`life.${text}Text`, { name, remote })}</Text>
        {call.error ? <ProblemNotice thrown={call.error} onRetry={confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
