import { Box, Table } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import type { SortColumn, Sorting } from './connection-filter.ts'
import { ConnectionRow } from './connection-row.tsx'
import { SortHeader } from './sort-header.tsx'

interface ConnectionTableProps {
  readonly connections: readonly ConnectionSnapshot[]
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

const COLUMNS = [
  { column: 'name', label: 'name', width: '23%' },
  { column: 'remote', label: 'remote', width: '20%' },
  { column: 'mode', label: 'mode', width: '8%' },
  { column: 'state', label: 'state', width: '24%' },
  { column: 'lastContactAt', label: 'lastContact', width: '13%' },
  { column: 'updatedAt', label: 'updated', width: '12%' },
] as const satisfies readonly { column: SortColumn; label: string; width: string }[]

export function ConnectionTable({ connections, sorting, onSort }: ConnectionTableProps) {
  const { t } = useTranslation()
  return (
    <Box className="accord-panel" style={{ overflow: 'hidden' }}>
      <Table
        verticalSpacing="sm"
        horizontalSpacing="md"
        highlightOnHover
        layout="fixed"
        aria-label={t('connections.title')}
      >
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map(({ column, label, width }) => (
              <SortHeader
                key={column}
                column={column}
                label={t(`connections.${label}`)}
                width={width}
                sorting={sorting}
                onSort={onSort}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
