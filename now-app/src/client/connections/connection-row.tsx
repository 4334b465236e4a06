import { Anchor, Table, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { remotePlace } from './remote-name.ts'
import { StateCell } from './state-cell.tsx'

/** A click anywhere opens the connection; the keyboard has the link in the name. */
export function ConnectionRow({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = { connectionId: connection.id }
  return (
    <Table.Tr className="accord-row" onClick={() => void navigate({ to: '/connections/$connectionId', params })}>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor
          fw={600}
          fz="sm"
          renderRoot={(props) => (
            <Link
              to="/connections/$connectionId"
              params={params}
              {...props}
              onClick={(event) => event.stopPropagation()}
            />
          )}
        >
          {connection.name}
        </Anchor>
        <Text fz="xs" c="dimmed" lineClamp={1}>
          {connection.description}
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text fz="sm">{connection.remoteShortName}</Text>
        <Text fz="xs" c="dimmed">
          {remotePlace(connection) ?? t('connections.unknownRemote')}
        </Text>
      </Table.Td>
      <Table.Td>{t(`modes.${connection.mode}.title`)}</Table.Td>
      <Table.Td>
        <StateCell connection={connection} />
      </Table.Td>
      <Table.Td>
        <TimeText at={connection.lastContactAt} never={t('connections.neverContacted')} />
      </Table.Td>
      <Table.Td>
        <TimeText at={connection.updatedAt} />
      </Table.Td>
    </Table.Tr>
  )
}
