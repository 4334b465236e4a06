import { Button, Group, Stack } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { stateLabel } from '../connection-state/state-label.ts'
import { Notice } from '../parts/notice.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import type { CodeStage } from './code-stage.ts'
import { EstablishedActions } from './established-actions.tsx'

interface CodeUsedProps {
  readonly stage: Exclude<CodeStage, 'out'>
  readonly connection: ConnectionSnapshot
  readonly onDone: () => void
}

/** In the place of a code that is of no use any more: what has become of it, and the next step. */
export function CodeUsed({ stage, connection, onDone }: CodeUsedProps) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { id: connectionId, localShortName: local, remoteShortName, remote, name } = connection
  const done = (
    <Button variant={stage === 'asksApproval' ? 'default' : 'filled'} onClick={onDone}>
      {t('common.done')}
    </Button>
  )
  if (stage === 'established')
    return (
      <Stack gap="lg">
        <StepHeading
          title={t('accept.outcome.established')}
          lead={t('accept.outcome.establishedText', { local, remote: remote.name ?? remoteShortName })}
        />
        <EstablishedActions connectionId={connectionId} onDone={onDone} />
      </Stack>
    )
  if (stage === 'over')
    return (
      <Stack gap="lg">
        <Notice tone="attention">{t('invitation.nowState', { state: stateLabel(connection.state, i18n) })}</Notice>
        <Group>{done}</Group>
      </Stack>
    )
  const decide = () => {
    onDone()
    void navigate({ to: '/connections/$connectionId', params: { connectionId } })
  }
  return (
    <Stack gap="lg">
      <StepHeading
        title={t(stage === 'renewed' ? 'invitation.used.keys' : 'invitation.used.accepted')}
        lead={t(`invitation.used.${stage}`, { name })}
      />
      <Group gap="sm">
        {stage === 'asksApproval' ? <Button onClick={decide}>{t('invitation.decide')}</Button> : null}
        {done}
      </Group>
    </Stack>
  )
}
