import { Group, Text } from '@mantine/core'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanary } from '../../api/use-canary.ts'
import { useConsoleCall } from '../../api/use-console-call.ts'
import type { useShadowRun } from '../../api/use-shadow-run.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { savedDraft } from '../draft/draft-content.ts'
import { changesRules, shadowDraftOf, type useSyncDraft } from '../draft/use-sync-draft.ts'
import { shadowFindings } from '../shadow-run/shadow-findings.ts'
import { CanaryResult } from './canary-result.tsx'

interface CanaryPanelProps {
  readonly configuration: SyncConfiguration
  readonly editing: ReturnType<typeof useSyncDraft>
  readonly shadow: ReturnType<typeof useShadowRun>
  /** The short name of the other side. */
  readonly remote: string
  /** Why this user may not publish; undefined where it may. */
  readonly reason: string | undefined
}

/** New scripts for some pairs first, then for all by themselves, or back. */
export function CanaryPanel({ configuration, editing, shadow, remote, reason }: CanaryPanelProps) {
  const { t } = useTranslation()
  const { connectionId } = configuration
  const { data, error, refetch } = useCanary(connectionId)
  const begin = useBegin(configuration, editing, shadow)
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
          <ReasonedButton reason={reason ?? begin.reason} onClick={begin.tryFirst}>
            {t(begin.isPending ? 'canary.beginning' : 'canary.begin')}
          </ReasonedButton>
        </Group>
      )}
      {begin.error ? <ProblemNotice thrown={begin.error} onRetry={begin.begin} /> : null}
      <ConfirmDialog
        opened={begin.isAsked}
        title={t('canary.askTitle')}
        confirm={t('canary.begin')}
        danger
        onConfirm={begin.begin}
        onCancel={begin.dismiss}
      >
        <Text>{t('canary.askText', { remote })}</Text>
      </ConfirmDialog>
      {begin.isFaulty ? <Notice tone="attention">{t('configure.faulty')}</Notice> : null}
    </Panel>
  )
}

/** Asks before work notes leave: twenty pairs are no place to find that out. What fails or changes there is what it is for. */
function useBegin(
  configuration: SyncConfiguration,
  editing: ReturnType<typeof useSyncDraft>,
  shadow: ReturnType<typeof useShadowRun>,
) {
  const { t } = useTranslation()
  const call = useConsoleCall('beginCanary')
  const { connectionId, table } = configuration
  const { draft, note } = editing
  const saved = savedDraft(configuration)
  const movesTrigger =
    draft.query !== saved.query ||
    draft.isActive !== saved.isActive ||
    draft.history !== saved.history ||
    draft.notes !== saved.notes
  const [isAsked, ask] = useState(false)
  const begin = () => {
    ask(false)
    const { outgoing, incoming, mayWiden } = draft
    const body = { table, outgoing, incoming, mayWiden, basedOn: editing.basedOn, note }
    // What was written stays in the editor: whoever has to correct it goes on there.
    if (!call.isPending) call.mutate({ params: { connectionId }, body })
  }
  const tryFirst = async () => {
    const outcome = await shadow.run(shadowDraftOf(configuration, draft)).catch(() => undefined)
    // Cancelled, or another run has begun.
    if (outcome === null) return
    const isSafe = outcome && !shadowFindings(outcome.pairs).asks.includes('widens')
    if (isSafe) begin()
    else ask(true)
  }
  return {
    begin,
    tryFirst: () => void tryFirst(),
    isAsked,
    dismiss: () => ask(false),
    reason: !changesRules(configuration, draft)
      ? t('canary.nothing')
      : movesTrigger
        ? t('canary.condition')
        : undefined,
    isPending: call.isPending || shadow.isRunning,
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
