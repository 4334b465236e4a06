import { Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useBackfill } from '../api/use-backfill.ts'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { BackfillOffer } from './backfill-offer.tsx'
import { BackfillProgress } from './backfill-progress.tsx'
import { BackfillSteps } from './backfill-steps.tsx'

interface BackfillPanelProps {
  readonly connection: ConnectionSnapshot
  /** Of the page: one that goes on or rests stands above the pairs, anything else below them. */
  readonly place: 'above' | 'below'
}

/** Records that existed before the rules: counted and brought in on request, and how far that has come. */
export function BackfillPanel({ connection, place }: BackfillPanelProps) {
  const { t } = useTranslation()
  const { id, remoteShortName: remote } = connection
  const view = useBackfill(id)
  const backfill = view.data?.backfill
  const isOpen = backfill?.state === 'running' || backfill?.state === 'paused'
  if (isOpen !== (place === 'above')) return null
  return (
    <Panel title={t('backfill.title')}>
      <Text fz="sm" c="dimmed" maw="44rem">
        {t('backfill.lead', { remote })}
      </Text>
      {view.error ? <ProblemNotice thrown={view.error} onRetry={() => void view.refetch()} /> : null}
      {backfill ? <BackfillProgress backfill={backfill} remote={remote} /> : null}
      {backfill && isOpen ? <BackfillSteps key={backfill.beganAt} connectionId={id} backfill={backfill} /> : null}
      {view.data && !isOpen ? <BackfillOffer connection={connection} /> : null}
    </Panel>
  )
}
