import { Box, Table, VisuallyHidden } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { ConnectionRow } from './connection-row.tsx'
import type { ListView, Sorting } from './list-view.ts'
import type { Ask } from './connection-menu.tsx'
import { SortHeader } from './sort-header.tsx'

interface ConnectionTableProps {
  readonly connections: readonly ConnectionSnapshot[]
  readonly view: ListView
  readonly onSort: (sorting: Sorting) => void
  readonly onAsk: Ask
}

/** `order`: what the node can sort by. */
const COLUMNS = [
  { label: 'name', width: '22%', order: 'name' },
  { label: 'remote', width: '19%' },
  { label: 'mode', width: '8%' },
  { label: 'state', width: '22%', order: 'state' },
  { label: 'lastContact', width: '13%', order: 'lastContact' },
  { label: 'updated', width: '11%', order: 'changed' },
] as const

const BY_NAME: Sorting = { column: 'name', descending: false }

export function ConnectionTable({ connections, view, onSort, onAsk }: ConnectionTableProps) {
  const { t } = useTranslation()
  const isSearch = view.search.trim() !== ''
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
            {COLUMNS.map((column) =>
              'order' in column ? (
                <SortHeader
                  key={column.label}
                  column={column.order}
                  label={t(`connections.${column.label}`)}
                  width={column.width}
                  sorting={isSearch ? BY_NAME : view.sorting}
                  onSort={isSearch ? undefined : onSort}
                />
              ) : (
                <Table.Th key={column.label} w={column.width}>
                  {t(`connections.${column.label}`)}
                </Table.Th>
              ),
            )}
            <Table.Th w="5%">
              <VisuallyHidden>{t('connections.menu')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} onAsk={onAsk} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
