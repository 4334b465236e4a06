import { Anchor, Box, Group, Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { HealthText } from './health-text.tsx'
import { remotePlace } from './remote-name.ts'
import { ConnectionMenu } from './connection-menu.tsx'
import type { Ask } from './connection-menu.tsx'
import { StateCell } from './state-cell.tsx'

interface ConnectionCardsProps {
  readonly connections: readonly ConnectionSnapshot[]
  readonly onAsk: Ask
}

/** The list for a narrow screen: the same facts, one connection below the other. */
export function ConnectionCards({ connections, onAsk }: ConnectionCardsProps) {
  const { t } = useTranslation()
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('connections.title')}>
      {connections.map((connection) => (
        <Box component="li" key={connection.id} className="accord-panel" p="md">
          <Stack gap={6}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Anchor
                fw={600}
                style={{ overflowWrap: 'anywhere' }}
                renderRoot={(props) => (
                  <Link to="/connections/$connectionId" params={{ connectionId: connection.id }} {...props} />
                )}
              >
                {connection.name}
              </Anchor>
              <ConnectionMenu connection={connection} onAsk={onAsk} />
            </Group>
            <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {connection.remoteShortName}
              <Text component="span" c="dimmed" inherit>
                {' '}
                · {remotePlace(connection) ?? t('connections.unknownRemote')}
              </Text>
            </Text>
            <div>
              <StateCell connection={connection} />
            </div>
            <Group gap="md">
              <Group gap={6} fz="xs">
                <Text fz="xs" c="dimmed">
                  {t('connections.lastContact')}:
                </Text>
                <HealthText connection={connection} />
              </Group>
              <Text fz="xs" c="dimmed">
                {t('connections.updated')}: <TimeText at={connection.updatedAt} />
              </Text>
            </Group>
          </Stack>
        </Box>
      ))}
    </Stack>
  )
}
