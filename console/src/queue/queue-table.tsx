import { Anchor, Box, Table, Text } from '@mantine/core'
import type { SyncItem, SyncQueue } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HistoryCell, StatusCell } from '../items/pair-cells.tsx'
import { RecordLink } from '../items/record-link.tsx'
import { TimeText } from '../parts/time-text.tsx'

/** One row for each pair: where it belongs, both numbers, why it is here, and since when nothing has happened to it. */
export function QueueTable({ queue }: { readonly queue: SyncQueue }) {
  const { t } = useTranslation()
  const known = new Map(queue.connections.map((connection) => [connection.id, connection]))
  return (
    <Box className="accord-panel accord-stacked" style={{ overflow: 'hidden' }}>
      <Table verticalSpacing="sm" horizontalSpacing="md" layout="fixed" aria-label={t('queue.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="20%">{t('queue.columns.connection')}</Table.Th>
            <Table.Th w="16%">{t('sync.columns.local')}</Table.Th>
            <Table.Th w="16%">{t('queue.columns.remote')}</Table.Th>
            <Table.Th>{t('sync.columns.status')}</Table.Th>
            <Table.Th w="14%">{t('queue.columns.moved')}</Table.Th>
            <Table.Th w="10%">{t('sync.columns.open')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {queue.items.map((item) => (
            <QueueRow key={item.id} item={item} connection={known.get(item.connectionId)} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

interface QueueRowProps {
  readonly item: SyncItem
  readonly connection: SyncQueue['connections'][number] | undefined
}

function QueueRow({ item, connection }: QueueRowProps) {
  const { t } = useTranslation()
  const { connectionId, table, local, remote, changedAt } = item
  const other = connection?.remote ?? t('queue.other')
  return (
    <Table.Tr>
      <Table.Td data-label={t('queue.columns.connection')} style={{ overflowWrap: 'anywhere' }}>
        <ConnectionLink connectionId={connectionId} name={connection?.name ?? connectionId} table={table} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.local')}>
        <RecordLink record={local} />
      </Table.Td>
      <Table.Td data-label={t('queue.columns.remote')}>
        <RecordLink record={remote} />
      </Table.Td>
      <StatusCell item={item} remote={other} />
      <Table.Td data-label={t('queue.columns.moved')}>
        <TimeText at={changedAt} />
      </Table.Td>
      <HistoryCell item={item} />
    </Table.Tr>
  )
}

/** Leads to the pairs of the connection. */
function ConnectionLink({ connectionId, name, table }: Readonly<Record<'connectionId' | 'name' | 'table', string>>) {
  return (
    <>
      <Anchor
        fz="sm"
        renderRoot={(props) => (
          <Link to="/connections/$connectionId" params={{ connectionId }} search={{ tab: 'sync' }} {...props} />
        )}
      >
        {name}
      </Anchor>
      <Text fz="xs" c="dimmed">
        {table}
      </Text>
    </>
  )
}
