import { Stack, Text } from '@mantine/core'
import type { SyncItem } from '@accord/shared/schemas'
import { useSearch } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { EditMessage } from './edit-message.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

const OPERATION_OF = {
  retry: 'retrySyncItem',
  syncNow: 'syncItemNow',
  skip: 'skipSyncItem',
  unlink: 'unlinkSyncItem',
} as const
type ItemAction = keyof typeof OPERATION_OF

/** What can be done with a pair as it stands. Both that are done at once lose nothing and ask nothing. */
function possibleActions({ faults, status }: SyncItem, hasFailedFile: boolean): readonly ItemAction[] {
  const ours = faults.filter(({ side }) => side === 'here')
  return [
    ...(status === 'ended' ? [] : ours.length > 0 || hasFailedFile ? (['retry'] as const) : (['syncNow'] as const)),
    ...(ours.some(({ direction }) => direction === 'incoming') ? (['skip'] as const) : []),
    ...(status === 'ended' ? [] : (['unlink'] as const)),
  ]
}

interface ItemActionsProps {
  readonly item: SyncItem
  /** A file of it was given up: it is tried again with the rest. */
  readonly hasFailedFile: boolean
  readonly remote: string
}

export function ItemActions({ item, hasFailedFile, remote }: ItemActionsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  // A link of the record's page asks at once.
  const { ask } = useSearch({ from: '/connections/$connectionId/pairs/$itemId' })
  const [asked, setAsked] = useState<'skip' | 'unlink' | null>(ask ?? null)
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const retry = useItemAction(item, 'retry', () => undefined)
  const syncNow = useItemAction(item, 'syncNow', () => undefined)
  const atOnce = { retry, syncNow }
  const actions = possibleActions(item, hasFailedFile)
  return (
    <>
      {actions.map((action) => (
        <Fragment key={action}>
          <ReasonedButton
            reason={reason}
            variant={action === 'skip' || action === 'unlink' ? 'default' : 'filled'}
            danger={action === 'unlink' && actions.length > 1}
            onClick={() => (action === 'skip' || action === 'unlink' ? setAsked(action) : atOnce[action].run())}
          >
            {t(`sync.actions.${action}.label`)}
          </ReasonedButton>
          {action === 'retry' && actions.includes('skip') ? (
            <EditMessage item={item} remote={remote} reason={reason} />
          ) : null}
        </Fragment>
      ))}
      {retry.error ? <ProblemNotice thrown={retry.error} onRetry={retry.run} /> : null}
      {syncNow.error ? <ProblemNotice thrown={syncNow.error} onRetry={syncNow.run} /> : null}
      {(['skip', 'unlink'] as const).map((action) => (
        <AskedAction
          key={action}
          item={item}
          action={action}
          remote={remote}
          opened={asked === action}
          onClose={() => setAsked(null)}
        />
      ))}
    </>
  )
}

interface AskedActionProps {
  readonly item: SyncItem
  readonly action: 'skip' | 'unlink'
  readonly remote: string
  readonly opened: boolean
  readonly onClose: () => void
}

function AskedAction({ item, action, remote, opened, onClose }: AskedActionProps) {
  const { t } = useTranslation()
  const act = useItemAction(item, action, onClose)
  const label = t(`sync.actions.${action}.label`)
  return (
    <ConfirmDialog
      opened={opened}
      title={label}
      confirm={label}
      danger
      busy={act.isPending}
      onConfirm={act.run}
      onCancel={onClose}
    >
      <Stack gap="md">
        <Text>{t(`sync.actions.${action}.text`, { remote })}</Text>
        {act.error ? <ProblemNotice thrown={act.error} onRetry={act.run} /> : null}
      </Stack>
    </ConfirmDialog>
  )
}

function useItemAction(item: SyncItem, action: ItemAction, onDone: () => void) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const call = useConsoleCall(OPERATION_OF[action])
  const run = () => {
    if (call.isPending) return
    call.mutate(
      { params: { itemId: item.id } },
      {
        onSuccess: () => {
          announce(t(`sync.actions.${action}.done`, { key: item.local.key ?? '' }))
          onDone()
        },
      },
    )
  }
  return { run, isPending: call.isPending, error: call.error }
}
