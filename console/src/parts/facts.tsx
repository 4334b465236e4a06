import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

interface FactsProps {
  readonly facts: readonly Fact[]
  /** The name of a setting is one long word; it must not lie over its value. */
  readonly labels?: 'long'
}

/** Names and values as a description list; what is unknown shows a dash. */
export function Facts({ facts, labels }: FactsProps) {
  return (
    <dl className="accord-facts" data-labels={labels}>
      {facts.map(({ label, value }) => (
        <FactRow key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function FactRow({ label, value }: Fact) {
  const isEmpty = value === null || value === undefined || value === ''
  return (
    <>
      <dt>{label}</dt>
      <dd>{isEmpty ? '–' : value}</dd>
    </>
  )
}
