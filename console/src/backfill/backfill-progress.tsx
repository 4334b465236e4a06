import { Stack, Text } from '@mantine/core'
import type { Backfill } from '@accord/shared/schemas'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../parts/announcer.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { problemWords } from '../problems/problem-words.ts'

interface BackfillProgressProps {
  readonly backfill: Backfill
  readonly remote: string
}

/** How far it has come, and why it waits. The numbers are no live region, since they change all the time; another state is said aloud. */
export function BackfillProgress({ backfill, remote }: BackfillProgressProps) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const labelId = useId()
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const { state, total, seen, opened, underWay, perMinute, beganAt, beganBy, endedBy, waits } = backfill
  const outcome =
    state === 'ended' && endedBy === null
      ? t('backfill.otherTrigger')
      : t(`backfill.states.${state}`, { actor: endedBy ?? '' })
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== state) announce(outcome)
    before.current = state
  }, [announce, outcome, state])
  const numbers = { seen: number(seen), total: number(total), opened: number(opened), underWay: number(underWay) }
  const tone = state === 'done' ? 'good' : waits && waits.reason !== 'under_way' ? 'attention' : 'waiting'
  return (
    <div className="accord-notice" data-tone={tone}>
      <Stack gap="xs">
        <strong>{outcome}</strong>
        <span id={labelId}>{t('backfill.progress', { ...numbers, rate: number(perMinute) })}</span>
        <progress className="accord-progress" aria-labelledby={labelId} value={seen} max={Math.max(total, 1)} />
        {state === 'running' && waits ? (
          <Text fz="sm">
            {t('backfill.waits', { reason: t(`backfill.reasons.${waits.reason}`, { remote }) })}
            {waits.code ? ` ${problemWords(waits.code, i18n).title} (${waits.code}).` : null}
            {waits.until ? (
              <>
                {' '}
                {t('backfill.until')} <TimeText at={waits.until} />
              </>
            ) : null}
          </Text>
        ) : null}
        <Text fz="xs">
          {t('drift.began', { actor: beganBy })}, <TimeText at={beganAt} />
        </Text>
      </Stack>
    </div>
  )
}
