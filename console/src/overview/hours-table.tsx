import { Table } from '@mantine/core'
import type { OverviewConnection } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readerLocale } from '../parts/relative-time.ts'
import { hoursOf } from './activity-words.ts'

interface HoursTableProps {
  readonly connection: OverviewConnection
  readonly since: string
}

/** What the plot shows as a table, in the reader's own time; drawn once somebody opens it. */
export function HoursTable({ connection, since }: HoursTableProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="accord-hours" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('overview.table')}</summary>
      {isOpen ? <Hours connection={connection} since={since} /> : null}
    </details>
  )
}

function Hours({ connection, since }: HoursTableProps) {
  const { t, i18n } = useTranslation()
  const hour = new Intl.DateTimeFormat(readerLocale(i18n.language), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Table fz="sm" aria-label={t('overview.tableOf', { name: connection.name })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('overview.hour')}</Table.Th>
          <Table.Th>{t('overview.sent')}</Table.Th>
          <Table.Th>{t('overview.received')}</Table.Th>
          <Table.Th>{t('overview.waited')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hoursOf(connection, since).map(({ at, sent, received, waited }) => (
          <Table.Tr key={at}>
            <Table.Td>{hour.format(new Date(at))}</Table.Td>
            <Table.Td>{number.format(sent)}</Table.Td>
            <Table.Td>{number.format(received)}</Table.Td>
            <Table.Td>{number.format(waited)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
