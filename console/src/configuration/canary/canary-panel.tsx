import { Group, Text } from '@mantine/core'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanary } from '../../api/use-canary.ts'
import { useConsoleCall } from '../../api/use-console-call.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { savedDraft } from '../draft/draft-content.ts'
import { changesRules, type useSyncDraft } from '../draft/use-sync-draft.ts'
import { CanaryResult } from './canary-result.tsx'

interface CanaryPanelProps {
  readonly configuration: SyncConfiguration
  readonly editing: ReturnType<typeof useSyncDraft>
  /** Why this user may not publish; undefined where it may. */
  readonly reason: string | undefined
}

/** New scripts for some pairs first, then for all by themselves, or back. */
export function CanaryPanel({ configuration, editing, reason }: CanaryPanelProps) {
  const { t } = useTranslation()
  const { connectionId } = configuration
  const { data, error, refetch } = useCanary(connectionId)
  const begin = useBegin(configuration, editing)
  const canary = data?.canary ?? null
  const isRunning = canary?.state === 'running'
  return (
    <Panel title={t('canary.title')}>
      <Text fz="sm">{t('canary.lead')}</Text>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {canary ? <CanaryResult connectionId={connectionId} canary={canary} /> : null}
      {isRunning ? (
        <EndButtons {...{ connectionId, reason }} />
      ) : (
        <Group>
          <ReasonedButton reason={reason ?? begin.reason} onClick={begin.begin}>
            {t(begin.isPending ? 'canary.beginning' : 'canary.begin')}
          </ReasonedButton>
        </Group>
      )}
      {begin.error ? <ProblemNotice thrown={begin.error} onRetry={begin.begin} /> : null}
      {begin.isFaulty ? <Notice tone="attention">{t('configure.faulty')}</Notice> : null}
    </Panel>
  )
}

function useBegin(configuration: SyncConfiguration, editing: ReturnType<typeof useSyncDraft>) {
  const { t } = useTranslation()
  const call = useConsoleCall('beginCanary')
  const { connectionId, table } = configuration
  const { draft, note } = editing
  const saved = savedDraft(configuration)
  const movesTrigger =
    draft.query !== saved.query || draft.isActive !== saved.isActive || draft.history !== saved.history
  const begin = () => {
    const { outgoing, incoming, mayWiden } = draft
    const body = { table, outgoing, incoming, mayWiden, basedOn: editing.basedOn, note }
    // What was written stays in the editor: whoever has to correct it goes on there.
    if (!call.isPending) call.mutate({ params: { connectionId }, body })
  }
  return {
    begin,
    reason: !changesRules(configuration, draft)
      ? t('canary.nothing')
      : movesTrigger
        ? t('canary.condition')
        : undefined,
    isPending: call.isPending,
    error: call.error,
    isFaulty: (call.data?.faults.length ?? 0) > 0,
  }
}

type Decision = 'publish' | 'giveUp'

function EndButtons({ connectionId, reason }: { readonly connectionId: string; readonly reason: string | undefined }) {
  const { t } = useTranslation()
  const call = useConsoleCall('endCanary')
  const [asked, setAsked] = useState<Decision | null>(null)
  const confirm = () => {
    if (asked) call.mutate({ params: { connectionId }, body: { decision: asked } })
    setAsked(null)
  }
  return (
    <>
      <Group>
        <ReasonedButton reason={reason} onClick={() => setAsked('publish')}>
          {t('canary.publish')}
        </ReasonedButton>
        <ReasonedButton reason={reason} onClick={() => setAsked('giveUp')}>
          {t('canary.giveUp')}
        </ReasonedButton>
      </Group>
      {call.error ? <ProblemNotice thrown={call.error} /> : null}
      <ConfirmDialog
        opened={asked !== null}
        title={t(asked === 'publish' ? 'canary.publishTitle' : 'canary.giveUpTitle')}
        confirm={t(asked === 'publish' ? 'canary.publish' : 'canary.giveUp')}
        danger
        onConfirm={confirm}
        onCancel={() => setAsked(null)}
      >
        <Text>{t(asked === 'publish' ? 'canary.publishText' : 'canary.giveUpText')}</Text>
      </ConfirmDialog>
    </>
  )
}
