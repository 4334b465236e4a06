import { Anchor, Table, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { HealthText } from './health-text.tsx'
import { remotePlace } from './remote-name.ts'
import { ConnectionMenu } from './connection-menu.tsx'
import type { Ask } from './connection-menu.tsx'
import { StateCell } from './state-cell.tsx'
import { useFlash } from './use-flash.ts'

interface ConnectionRowProps {
  readonly connection: ConnectionSnapshot
  readonly onAsk: Ask
}

/** A click anywhere opens the connection; the keyboard has the link in the name and the menu at the end. */
export function ConnectionRow({ connection, onAsk }: ConnectionRowProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const flash = useFlash(connection.revision)
  return (
    <Table.Tr
      className="accord-row"
      data-flash={flash}
      onClick={() => void navigate({ to: '/connections/$connectionId', params: { connectionId: connection.id } })}
    >
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <ConnectionLink connection={connection} />
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
        <HealthText connection={connection} />
      </Table.Td>
      <Table.Td>
        <TimeText at={connection.updatedAt} />
      </Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <ConnectionMenu connection={connection} onAsk={onAsk} />
      </Table.Td>
    </Table.Tr>
  )
}

function ConnectionLink({ connection: { id, name } }: Pick<ConnectionRowProps, 'connection'>) {
  return (
    <Anchor
      fw={600}
      fz="sm"
      renderRoot={(props) => (
        <Link
          to="/connections/$connectionId"
          params={{ connectionId: id }}
          {...props}
          onClick={(event) => event.stopPropagation()}
        />
      )}
    >
      {name}
    </Anchor>
  )
}
