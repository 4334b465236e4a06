import { Group, Stack, Text } from '@mantine/core'
import type { Bulk, ChangeBulkRequest } from '@accord/shared/schemas'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** The numbers are no live region, since they change all the time; another state is said aloud. */
export function OneBulk({ bulk }: { readonly bulk: Bulk }) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const labelId = useId()
  const { step, state, seen, total, changed, beganAt, beganBy } = bulk
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  // Who left the queue after the count was never come to.
  const left = (state === 'done' ? total : seen) - changed
  const outcome = t(`bulk.states.${state}`)
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== state) announce(outcome)
    before.current = state
  }, [announce, outcome, state])
  const numbers = { seen: number(seen), total: number(total), changed: number(changed) }
  return (
    <div className="accord-notice" data-tone={state === 'done' ? 'good' : 'waiting'}>
      <Stack gap="xs">
        <strong>{outcome}</strong>
        <span id={labelId}>{t('bulk.progress', { step: t(`bulk.labels.${step}`), ...numbers })}</span>
        <progress className="accord-progress" aria-labelledby={labelId} value={seen} max={Math.max(total, 1)} />
        {left > 0 ? <Text fz="sm">{t('bulk.notAll', { count: left })}</Text> : null}
        <Text fz="xs">
          {t('drift.began', { actor: beganBy })}, <TimeText at={beganAt} />
        </Text>
        <BulkChanges bulk={bulk} />
      </Stack>
    </div>
  )
}

const CHANGES = { running: ['pause', 'cancel'], paused: ['resume', 'cancel'], done: [], cancelled: [] } as const

function BulkChanges({ bulk: { id, state } }: { readonly bulk: Bulk }) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const change = useConsoleCall('changeBulk')
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const send = (step: ChangeBulkRequest['step']) => {
    if (!change.isPending) change.mutate({ params: { bulkId: id }, body: { step } })
  }
  if (CHANGES[state].length === 0) return null
  return (
    <>
      <Group gap="sm">
        {CHANGES[state].map((step) => (
          <ReasonedButton key={step} reason={reason} onClick={() => send(step)}>
            {t(`bulk.changes.${step}`)}
          </ReasonedButton>
        ))}
      </Group>
      {change.error ? <ProblemNotice thrown={change.error} /> : null}
    </>
  )
}
