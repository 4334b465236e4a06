import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShadowDraft, useShadowRun } from '../../api/use-shadow-run.ts'
import { Notice } from '../../parts/notice.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { isSameDraft } from './is-same-draft.ts'
import { shadowFindings } from './shadow-findings.ts'
import { ShadowProgress } from './shadow-progress.tsx'
import { ShadowResult, type Tried } from './shadow-result.tsx'

interface ShadowPanelProps {
  readonly shadow: ReturnType<typeof useShadowRun>
  readonly draft: ShadowDraft
  readonly remote: string
  /** Why this user may not run a script; undefined where it may. */
  readonly reason: string | undefined
  readonly onTry: (tried: Tried) => void
}

/** The draft over the pairs that there are, beside what is published: what would become of them is known before. */
export function ShadowPanel({ shadow, draft, remote, reason, onTry }: ShadowPanelProps) {
  const { t } = useTranslation()
  const { outcome, isRunning, error, progress } = shadow
  const run = () => void shadow.run(draft).catch(() => undefined)
  return (
    <Panel title={t('shadow.title')}>
      <Text fz="sm">{t('shadow.lead', { remote })}</Text>
      <Group gap="sm">
        <ReasonedButton reason={reason} onClick={run}>
          {t(isRunning ? 'shadow.running' : 'shadow.run')}
        </ReasonedButton>
        {isRunning ? (
          <Button variant="default" onClick={shadow.cancel}>
            {t('common.cancel')}
          </Button>
        ) : null}
      </Group>
      <Stack gap="xs" role="status">
        <ShadowProgress progress={progress} />
        {error && !isRunning ? <ProblemNotice thrown={error} /> : null}
        {outcome && !isRunning ? (
          <>
            {isSameDraft(outcome.draft, draft) ? null : <Notice tone="waiting">{t('shadow.old')}</Notice>}
            {outcome.faults.length > 0 ? (
              <Notice tone="attention">{t('configure.faulty')}</Notice>
            ) : (
              <ShadowResult findings={shadowFindings(outcome.pairs)} remote={remote} onTry={onTry} />
            )}
          </>
        ) : null}
      </Stack>
    </Panel>
  )
}
