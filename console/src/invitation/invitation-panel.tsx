import { Button, Divider, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import { useAskBeforeLeaving } from '../parts/use-ask-before-leaving.ts'
import { CodeBox } from './code-box.tsx'
import { GoToRemote } from './go-to-remote.tsx'
import { InvitationDetails } from './invitation-details.tsx'
import { InvitationOutcome } from './invitation-outcome.tsx'
import type { IssuedCode } from './issued-code.ts'
import { MessageToSend } from './message-to-send.tsx'
import { RefusedRedeemsPanel } from './refused-redeems-panel.tsx'

interface InvitationPanelProps {
  readonly issued: IssuedCode
  readonly onDone: () => void
}

/** The code, shown once: after initiating and after re-issuing. Leaving without a copy asks first. */
export function InvitationPanel({ issued, onDone }: InvitationPanelProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const connection = useConnection(issued.connection.id).data?.connection
  const state = connection?.state ?? 'invited'
  const refused = connection?.refusedRedeems ?? []
  const leaving = useAskBeforeLeaving(!copied && state === 'invited')
  const keep = () => setCopied(true)
  return (
    <Stack gap="lg">
      <StepHeading title={t('invitation.title')} lead={t('invitation.lead')} />
      <InvitationOutcome connectionId={issued.connection.id} />
      {refused.length > 0 ? <RefusedRedeemsPanel refused={refused} /> : null}
      <CodeBox code={issued.code} />
      <Group gap="sm">
        <CopyButton label={t('invitation.copy')} text={issued.code} variant="filled" onCopied={keep} />
        <GoToRemote issued={issued} />
      </Group>
      <InvitationDetails issued={issued} />
      <Divider />
      <MessageToSend issued={issued} onCopied={keep} />
      <Group justify="flex-end">
        <Button onClick={() => leaving.attempt(onDone)}>{t('common.done')}</Button>
      </Group>
      <ConfirmDialog
        opened={leaving.asking}
        title={t('invitation.leaveTitle')}
        confirm={t('invitation.leave')}
        cancel={t('invitation.stay')}
        onConfirm={leaving.leave}
        onCancel={leaving.stay}
      >
        {t('invitation.leaveText')}
      </ConfirmDialog>
    </Stack>
  )
}
