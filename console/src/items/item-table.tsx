import { Box, Table } from '@mantine/core'
import type { SyncItem } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { HistoryCell, StatusCell } from './pair-cells.tsx'
import { RecordLink } from './record-link.tsx'

interface ItemTableProps {
  readonly items: readonly SyncItem[]
  readonly remote: string
}

/** One row for each pair: both numbers, where it stands, when something last went each way, and what is wrong. */
export function ItemTable({ items, remote }: ItemTableProps) {
  const { t } = useTranslation()
  return (
    <Box className="accord-panel accord-stacked" style={{ overflow: 'hidden' }}>
      <Table verticalSpacing="sm" horizontalSpacing="md" layout="fixed" aria-label={t('sync.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{t('sync.columns.local')}</Table.Th>
            <Table.Th w="18%">{t('sync.columns.remote', { remote })}</Table.Th>
            <Table.Th>{t('sync.columns.status')}</Table.Th>
            <Table.Th w="14%">{t('sync.columns.out')}</Table.Th>
            <Table.Th w="14%">{t('sync.columns.in')}</Table.Th>
            <Table.Th w="11%">{t('sync.columns.open')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} remote={remote} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

function ItemRow({ item, remote }: { readonly item: SyncItem; readonly remote: string }) {
  const { t } = useTranslation()
  const { local, remote: theirs, lastOutAt, lastInAt } = item
  return (
    <Table.Tr>
      <Table.Td data-label={t('sync.columns.local')}>
        <RecordLink record={local} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.remote', { remote })}>
        <RecordLink record={theirs} />
      </Table.Td>
      <StatusCell item={item} remote={remote} />
      <Table.Td data-label={t('sync.columns.out')}>
        <TimeText at={lastOutAt} never={t('sync.never')} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.in')}>
        <TimeText at={lastInAt} never={t('sync.never')} />
      </Table.Td>
      <HistoryCell item={item} />
    </Table.Tr>
  )
}
