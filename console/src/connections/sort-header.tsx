import { Table, UnstyledButton } from '@mantine/core'
import type { ListOrder } from '@accord/shared/protocol'
import { firstSorting } from './list-view.ts'
import type { Sorting } from './list-view.ts'

interface SortHeaderProps {
  readonly column: ListOrder
  readonly label: string
  readonly width: string
  readonly sorting: Sorting
  /** Undefined while the list has an order of its own. */
  readonly onSort: ((sorting: Sorting) => void) | undefined
}

export function SortHeader({ column, label, width, sorting, onSort }: SortHeaderProps) {
  const isSorted = sorting.column === column
  const order = sorting.descending ? 'descending' : 'ascending'
  const next = isSorted ? { column, descending: !sorting.descending } : firstSorting(column)
  const arrow = (
    <span aria-hidden="true" style={{ opacity: isSorted ? 1 : 0, marginInlineStart: '0.35em' }}>
      {isSorted && !sorting.descending ? '↑' : '↓'}
    </span>
  )
  return (
    <Table.Th w={width} aria-sort={isSorted ? order : 'none'}>
      {onSort ? (
        <UnstyledButton fz="sm" fw={600} style={{ whiteSpace: 'nowrap' }} onClick={() => onSort(next)}>
          {label}
          {arrow}
        </UnstyledButton>
      ) : (
        <span style={{ whiteSpace: 'nowrap' }}>
          {label}
          {arrow}
        </span>
      )}
    </Table.Th>
  )
}
