import { Text, Timeline } from '@mantine/core'
import type { ItemStep } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from '../i18n/en/index.ts'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { problemWords } from '../problems/problem-words.ts'

type StepName = keyof typeof en.sync.steps
type PeerClass = keyof typeof en.sync.there

const isStep = (event: string): event is StepName => Object.hasOwn(en.sync.steps, event)
const isPeerClass = (code: string): code is PeerClass => Object.hasOwn(en.sync.there, code)

/** A step of another release stands by its name. Where a person asks for a look, nothing need have changed. */
const stepLabel = ({ event, actor }: ItemStep, { t }: i18n): string => {
  const name = event === 'changed' && actor !== null ? 'asked' : event
  return isStep(name) ? t(`sync.steps.${name}`) : name
}

const codeText = (code: string, translations: i18n): string =>
  isPeerClass(code) ? translations.t(`sync.there.${code}`) : problemWords(code, translations).title

/** Steps that lie so near beside each other belong together: between them the milliseconds are shown. */
const NEAR_MS = 60_000

/** What happened to a pair, oldest first. */
export function ItemHistory({ steps }: { readonly steps: readonly ItemStep[] }) {
  const { t, i18n } = useTranslation()
  return (
    <Panel title={t('sync.history')}>
      {steps.length === 0 ? <Text fz="sm">{t('sync.noSteps')}</Text> : null}
      <Timeline bulletSize={12} lineWidth={2} active={steps.length}>
        {steps.map((step, place) => {
          const { id, at, actor, code, paths } = step
          const before = steps[place - 1]
          const ms = before ? Date.parse(at) - Date.parse(before.at) : Infinity
          return (
            <Timeline.Item key={id} title={stepLabel(step, i18n)}>
              {code ? <Text fz="sm">{codeText(code, i18n)}</Text> : null}
              {paths.length > 0 ? <Text fz="sm">{paths.join(', ')}</Text> : null}
              <Text fz="xs" c="dimmed">
                <TimeText at={at} show="both" />
                {ms < NEAR_MS ? ` · ${t('sync.after', { ms })}` : ''}
                {actor ? ` · ${t('sync.by', { actor })}` : ''}
              </Text>
            </Timeline.Item>
          )
        })}
      </Timeline>
    </Panel>
  )
}
