import { Stack, Text } from '@mantine/core'
import type { DriftView } from '@accord/shared/schemas'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../parts/announcer.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { problemWords } from '../problems/problem-words.ts'

interface DriftProgressProps {
  readonly check: NonNullable<DriftView['check']>
  readonly remote: string
}

/** How far it has come, and how it ended. The numbers are no live region, since they change all the time; the end is said aloud. */
export function DriftProgress({ check, remote }: DriftProgressProps) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const labelId = useId()
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const { state, beganAt, beganBy, total, checked, equal, mapped, different, missing, moving, problem } = check
  const outcome =
    state === 'done' && equal === checked
      ? t(checked === 0 ? 'drift.noPairs' : 'drift.allEqual', { count: checked, total: number(checked) })
      : t('drift.counts', {
          equal: number(equal),
          different: number(different),
          missing: number(missing),
          moving: number(moving),
        })
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'done' && state === 'done') announce(outcome)
    before.current = state
  }, [announce, outcome, state])
  const isDone = state === 'done'
  return (
    <div className="accord-notice" data-tone={toneOf(check)}>
      <Stack gap="xs">
        {state === 'checking' ? (
          <>
            <span id={labelId}>
              {t('drift.progress', { checked: number(checked), total: number(total), count: total })}
            </span>
            <progress className="accord-progress" aria-labelledby={labelId} value={checked} max={Math.max(total, 1)} />
          </>
        ) : null}
        {isDone || checked > 0 ? <span>{outcome}</span> : null}
        {isDone && mapped > 0 ? <Text fz="sm">{t('drift.mapped', { count: mapped })}</Text> : null}
        {state === 'settling' ? <Text fz="sm">{t('drift.settling')}</Text> : null}
        {problem === null ? null : (
          <Text fz="sm">{t('drift.problem', { remote, title: problemWords(problem, i18n).title })}</Text>
        )}
        <Text fz="xs">
          {t('drift.began', { actor: beganBy })}, <TimeText at={beganAt} />
        </Text>
      </Stack>
    </div>
  )
}

function toneOf({ state, problem, different, missing, moving }: DriftProgressProps['check']) {
  if (problem !== null || different + missing > 0) return 'attention'
  return state === 'done' && moving === 0 ? 'good' : 'waiting'
}
