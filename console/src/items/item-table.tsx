import { Anchor, Box, Table, Text } from '@mantine/core'
import type { SyncItem } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { faultWords } from './fault-words.ts'
import { RecordLink } from './record-link.tsx'
import { StatusBadge } from './status-badge.tsx'

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
  const { t, i18n } = useTranslation()
  const { id, connectionId, local, remote: theirs, status, lastOutAt, lastInAt, faults } = item
  const key = local.key ?? theirs.key ?? ''
  return (
    <Table.Tr>
      <Table.Td data-label={t('sync.columns.local')}>
        <RecordLink record={local} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.remote', { remote })}>
        <RecordLink record={theirs} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.status')}>
        <StatusBadge status={status} />
        {faults.map((fault) => (
          <Text key={`${fault.side} ${fault.direction}`} fz="xs" style={{ overflowWrap: 'anywhere' }}>
            {faultWords(fault, remote, i18n).title}
          </Text>
        ))}
      </Table.Td>
      <Table.Td data-label={t('sync.columns.out')}>
        <TimeText at={lastOutAt} never={t('sync.never')} />
      </Table.Td>
      <Table.Td data-label={t('sync.columns.in')}>
        <TimeText at={lastInAt} never={t('sync.never')} />
      </Table.Td>
      <Table.Td>
        <Anchor
          fz="sm"
          aria-label={t('sync.historyOf', { key })}
          renderRoot={(props) => (
            <Link to="/connections/$connectionId/pairs/$itemId" params={{ connectionId, itemId: id }} {...props} />
          )}
        >
          {t('sync.history')}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  )
}
