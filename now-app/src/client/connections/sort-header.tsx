import { Table, UnstyledButton } from '@mantine/core'
import type { SortColumn, Sorting } from './connection-filter.ts'

interface SortHeaderProps {
  readonly column: SortColumn
  readonly label: string
  readonly width: string
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

export function SortHeader({ column, label, width, sorting, onSort }: SortHeaderProps) {
  const isSorted = sorting.column === column
  const ascending = isSorted && !sorting.descending
  const order = ascending ? 'ascending' : 'descending'
  return (
    <Table.Th w={width} aria-sort={isSorted ? order : 'none'}>
      <UnstyledButton
        fz="sm"
        fw={600}
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => onSort({ column, descending: ascending })}
      >
        {label}
        <span aria-hidden="true" style={{ opacity: isSorted ? 1 : 0, marginInlineStart: '0.35em' }}>
          {ascending ? '↑' : '↓'}
        </span>
      </UnstyledButton>
    </Table.Th>
  )
}
