import { Group, Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot, DriftView } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useDrift } from '../api/use-drift.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { DriftFindings } from './drift-findings.tsx'
import { DriftProgress } from './drift-progress.tsx'

/** Do both sides hold the same? Compared on request; what differs is sent again once a person has seen it. */
export function DriftPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { id, remoteShortName: remote } = connection
  const view = useDrift(id)
  const check = view.data?.check ?? null
  return (
    <Panel title={t('drift.title')}>
      <Stack gap="md">
        <Text fz="sm" c="dimmed" maw="44rem">
          {t('drift.lead', { remote })}
        </Text>
        {view.error ? <ProblemNotice thrown={view.error} onRetry={() => void view.refetch()} /> : null}
        {view.data ? <DriftActions connection={connection} view={view.data} /> : null}
        {check ? <DriftProgress check={check} remote={remote} /> : null}
        {check && view.data ? (
          <DriftFindings connectionId={id} check={check} pairs={view.data.pairs} remote={remote} />
        ) : null}
      </Stack>
    </Panel>
  )
}

interface DriftActionsProps {
  readonly connection: ConnectionSnapshot
  readonly view: DriftView
}

function DriftActions({
  connection: { id, state, remoteShortName: remote },
  view: { check, pairs },
}: DriftActionsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const begin = useConsoleCall('checkDrift')
  const blocked = state === 'active' ? undefined : t('drift.rests')
  const reason = roles.admin || roles.maintainer ? blocked : t('common.needsMaintainer')
  const compare = () => {
    if (!begin.isPending) begin.mutate({ params: { connectionId: id } })
  }
  const hasFound = check?.state === 'done' && pairs.some(({ verdict }) => verdict !== 'moving')
  return (
    <>
      <Group gap="sm">
        <ReasonedButton variant={hasFound ? 'default' : 'filled'} reason={reason} onClick={compare}>
          {t(check ? 'drift.again' : 'drift.check')}
        </ReasonedButton>
        {hasFound ? <SettleButton connectionId={id} remote={remote} reason={reason} /> : null}
      </Group>
      {begin.error ? <ProblemNotice thrown={begin.error} onRetry={compare} /> : null}
    </>
  )
}

interface SettleButtonProps {
  readonly connectionId: string
  readonly remote: string
  /** Why it cannot be pressed. */
  readonly reason: string | undefined
}

/** Fields may be overwritten at both sides: a person is asked. */
function SettleButton({ connectionId, remote, reason }: SettleButtonProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [isAsked, setIsAsked] = useState(false)
  const settle = useConsoleCall('settleDrift')
  const sendAgain = () => {
    if (settle.isPending) return
    settle.mutate({ params: { connectionId } }, { onSuccess: () => announce(t('drift.settled')) })
  }
  return (
    <>
      <ReasonedButton variant="filled" reason={reason} onClick={() => setIsAsked(true)}>
        {t('drift.settle')}
      </ReasonedButton>
      <ConfirmDialog
        opened={isAsked}
        title={t('drift.settle')}
        confirm={t('drift.settle')}
        cancel={t('drift.keep')}
        danger
        busy={settle.isPending}
        onConfirm={sendAgain}
        onCancel={() => setIsAsked(false)}
      >
        <Stack gap="md">
          <Text>{t('drift.confirm', { remote })}</Text>
          {settle.error ? <ProblemNotice thrown={settle.error} onRetry={sendAgain} /> : null}
        </Stack>
      </ConfirmDialog>
    </>
  )
}
