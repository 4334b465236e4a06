import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import type { Item } from '../parts/description-list.tsx'
import { absoluteTime } from '../parts/relative-time.ts'
import { readableFacts } from './readable-facts.ts'

interface ProblemFactsProps {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The facts of a refusal by name; those of another product's code are what could be read in it. */
export function ProblemFacts({ code, facts }: ProblemFactsProps) {
  const { t, i18n } = useTranslation()
  const shown: Item[] = readableFacts(code, facts).map(({ name, value }) => ({
    label: t(`facts.${name}`),
    value: ISO_TIME.test(value) ? absoluteTime(value, i18n.language) : value,
  }))
  if (shown.length === 0) return null
  return <DescriptionList items={shown} />
}
