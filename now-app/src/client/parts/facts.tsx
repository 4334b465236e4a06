import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names and values as a description list; what is unknown shows a dash. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="accord-facts">
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
