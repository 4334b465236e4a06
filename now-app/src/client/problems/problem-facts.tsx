import { useTranslation } from 'react-i18next'
import { Facts } from '../parts/facts.tsx'
import type { Fact } from '../parts/facts.tsx'
import { readableFacts } from './readable-facts.ts'

interface ProblemFactsProps {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The facts of a refusal by name; those of another product's code are what could be read in it. */
export function ProblemFacts({ code, facts }: ProblemFactsProps) {
  const { t, i18n } = useTranslation()
  const label = (name: string): string => (i18n.exists(`facts.${name}`) ? t(`facts.${name}` as 'facts.name') : name)
  const shown: Fact[] = readableFacts(code, facts).map(({ name, value }) => ({ label: label(name), value }))
  if (shown.length === 0) return null
  return <Facts facts={shown} />
}
