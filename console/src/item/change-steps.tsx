import { Text, Timeline } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { exactTime, shownDuration } from '../parts/exact-time.ts'
import type { ShownStep } from './item-changes.ts'
import { causeText, codeText, stepLabel } from './step-words.ts'

/** What lies further apart may be of another day. */
const HOUR_MS = 3_600_000

/** The steps of one change, oldest first, with the time between each and the one before, and of all. */
export function ChangeSteps({ steps }: { readonly steps: readonly ShownStep[] }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const first = steps[0]
  const last = steps.at(-1)
  const allMs = first && last ? Date.parse(last.at) - Date.parse(first.at) : 0
  return (
    <>
      <Timeline bulletSize={12} lineWidth={2} active={steps.length}>
        {steps.map((step, place) => (
          <Timeline.Item
            key={step.id}
            {...(place > 0 ? { mt: 'xs' } : {})}
            title={step.isRead ? t('item.read') : stepLabel(step, i18n)}
            styles={{ itemTitle: { fontSize: 'var(--mantine-font-size-sm)' } }}
          >
            <StepText step={step} before={steps[place - 1]} />
          </Timeline.Item>
        ))}
      </Timeline>
      {steps.length > 2 ? (
        <Text fz="xs" c="dimmed">
          {t('item.allInAll', { took: shownDuration(allMs, language) })}
        </Text>
      ) : null}
    </>
  )
}

interface StepTextProps {
  readonly step: ShownStep
  readonly before: ShownStep | undefined
}

function StepText({ step, before }: StepTextProps) {
  const { t, i18n } = useTranslation()
  const { at, actor, cause, code, version, paths, ignored } = step
  const tookMs = before ? Math.max(0, Date.parse(at) - Date.parse(before.at)) : undefined
  const words = [
    exactTime(at, i18n.language, tookMs !== undefined && tookMs < HOUR_MS ? 'time' : 'all'),
    tookMs === undefined ? '' : `+${shownDuration(tookMs, i18n.language)}`,
    actor ? t('sync.by', { actor }) : '',
    cause ? causeText(cause, i18n) : '',
    version === null || step.isRead ? '' : t('item.version', { version }),
  ]
  const lines = [
    code ? codeText(code, i18n) : '',
    paths.length > 0 ? t('item.paths', { paths: paths.join(', ') }) : '',
    ignored.length > 0 ? t('item.ignored', { paths: ignored.join(', ') }) : '',
  ]
  return (
    <>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <Text key={line} fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Text>
        ))}
      <Text fz="xs" c="dimmed">
        <time dateTime={at}>{words.filter((word) => word !== '').join(' · ')}</time>
      </Text>
    </>
  )
}
