import { Anchor, Table, Text } from '@mantine/core'
import type { SyncItem } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { faultWords } from './fault-words.ts'
import { StatusBadge } from './status-badge.tsx'

interface StatusCellProps {
  readonly item: SyncItem
  readonly remote: string
}

/** How a pair stands, and what is wrong with it. */
export function StatusCell({ item: { status, faults }, remote }: StatusCellProps) {
  const { t, i18n } = useTranslation()
  return (
    <Table.Td data-label={t('sync.columns.status')}>
      <StatusBadge status={status} />
      {faults.map((fault) => (
        <Text key={`${fault.side} ${fault.direction}`} fz="xs" style={{ overflowWrap: 'anywhere' }}>
          {faultWords(fault, remote, i18n).title}
        </Text>
      ))}
    </Table.Td>
  )
}

/** The way to its page. */
export function HistoryCell({ item: { id, connectionId, local, remote } }: Pick<StatusCellProps, 'item'>) {
  const { t } = useTranslation()
  return (
    <Table.Td>
      <Anchor
        fz="sm"
        aria-label={t('sync.historyOf', { key: local.key ?? remote.key ?? '' })}
        renderRoot={(props) => (
          <Link to="/connections/$connectionId/pairs/$itemId" params={{ connectionId, itemId: id }} {...props} />
        )}
      >
        {t('sync.history')}
      </Anchor>
    </Table.Td>
  )
}
