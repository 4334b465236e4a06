import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { Button, Divider, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import { useAskBeforeLeaving } from '../parts/use-ask-before-leaving.ts'
import { CodeBox } from './code-box.tsx'
import { stageOf } from './code-stage.ts'
import { CodeUsed } from './code-used.tsx'
import { GoToRemote } from './go-to-remote.tsx'
import { InvitationDetails } from './invitation-details.tsx'
import type { IssuedCode } from './issued-code.ts'
import { MessageToSend } from './message-to-send.tsx'
import { RefusedRedeemsPanel } from './refused-redeems-panel.tsx'

interface InvitationPanelProps {
  readonly issued: IssuedCode
  readonly onDone: () => void
}

/** The code, shown once: after initiating, re-issuing and for new keys. As soon as it is used, what it has brought about. */
export function InvitationPanel({ issued, onDone }: InvitationPanelProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const { data } = useConnection(issued.connection.id)
  const stage = stageOf(issued, data)
  const leaving = useAskBeforeLeaving(!copied && stage === 'out')
  return (
    <>
      {stage === 'out' ? (
        <CodeToSend
          issued={issued}
          connection={data?.connection}
          onCopied={() => setCopied(true)}
          onDone={() => leaving.attempt(onDone)}
        />
      ) : (
        <CodeUsed stage={stage} connection={data?.connection ?? issued.connection} onDone={onDone} />
      )}
      <ConfirmDialog
        opened={leaving.asking}
        title={t('invitation.leaveTitle')}
        confirm={t('invitation.leave')}
        cancel={t('invitation.stay')}
        staying
        onConfirm={leaving.leave}
        onCancel={leaving.stay}
      >
        {t('invitation.leaveText')}
      </ConfirmDialog>
    </>
  )
}

interface CodeToSendProps extends InvitationPanelProps {
  readonly connection: ConnectionSnapshot | undefined
  readonly onCopied: () => void
}

function CodeToSend({ issued, connection, onCopied, onDone }: CodeToSendProps) {
  const { t } = useTranslation()
  const refused = connection?.refusedRedeems ?? []
  return (
    <Stack gap="lg">
      <StepHeading title={t('invitation.title')} lead={t('invitation.lead')} />
      <Notice tone="waiting">{t('invitation.waits')}</Notice>
      {refused.length > 0 ? <RefusedRedeemsPanel refused={refused} /> : null}
      <CodeBox code={issued.code} />
      <Group gap="sm">
        <CopyButton label={t('invitation.copy')} text={issued.code} variant="filled" onCopied={onCopied} />
        <GoToRemote issued={issued} />
      </Group>
      <InvitationDetails issued={issued} />
      <Divider />
      <MessageToSend issued={issued} onCopied={onCopied} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('common.done')}</Button>
      </Group>
    </Stack>
  )
}
