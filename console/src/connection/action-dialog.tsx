import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DownloadPairs } from '../items/download-pairs.tsx'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { FingerprintPair } from './fingerprint-pair.tsx'
import { endsHere, isDecision } from '../connection-state/possible-actions.ts'
import type { DialogAction } from '../connection-state/possible-actions.ts'
import { useAction } from './use-action.ts'

interface ActionDialogProps {
  readonly action: DialogAction
  readonly connection: ConnectionSnapshot
  readonly opened: boolean
  readonly onClose: () => void
  /** For the two actions that make a code. */
  readonly onIssued?: ((issued: IssuedCode) => void) | undefined
}

const DANGEROUS: readonly DialogAction[] = ['delete', 'revoke', 'reject']

/** Says what an action does, here and at the other side, asks, carries it out, and shows a refusal with a way to try again. */
export function ActionDialog({ action, connection, opened, onClose, onIssued }: ActionDialogProps) {
  const { t } = useTranslation()
  const { name } = connection
  const remote = connection.remote.name ?? connection.remoteShortName
  const act = useAction(action, connection, { onClose, onIssued })
  const label = t(`actions.${action}.label`)
  const isSilent = action === 'delete' && endsHere(connection)
  return (
    <ConfirmDialog
      opened={opened}
      title={label}
      confirm={label}
      danger={DANGEROUS.includes(action)}
      busy={act.isPending}
      onConfirm={act.confirm}
      onCancel={act.cancel}
    >
      <Stack gap="md">
        <Text>{isSilent ? t('actions.deleteHereText', { name }) : t(`actions.${action}.text`, { name, remote })}</Text>
        {action === 'delete' ? (
          <>
            <Text fz="sm">{t('connectList.download.before')}</Text>
            <DownloadPairs connectionId={connection.id} name={name} />
          </>
        ) : null}
        {isDecision(action) ? <FingerprintPair connection={connection} /> : null}
        {act.error ? <ProblemNotice thrown={act.error} onRetry={act.confirm} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}
