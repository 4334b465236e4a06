import type { ReactNode } from 'react'

export interface Item {
  readonly label: string
  readonly value: ReactNode
}

interface DescriptionListProps {
  readonly items: readonly Item[]
  /** The name of a setting is one long word; it must not lie over its value. */
  readonly labels?: 'long'
}

/** Names and values as a description list; what is unknown shows a dash. */
export function DescriptionList({ items, labels }: DescriptionListProps) {
  return (
    <dl className="accord-description-list" data-labels={labels}>
      {items.map(({ label, value }) => (
        <DescriptionRow key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function DescriptionRow({ label, value }: Item) {
  const isEmpty = value === null || value === undefined || value === ''
  return (
    <>
      <dt>{label}</dt>
      <dd>{isEmpty ? '–' : value}</dd>
    </>
  )
}
