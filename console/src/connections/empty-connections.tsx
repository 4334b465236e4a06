import { Box, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NewConnectionButtons } from './new-connection-buttons.tsx'

/** The first step, explained where the list will be. */
export function EmptyConnections() {
  const { t } = useTranslation()
  return (
    <Box className="accord-panel" px="lg" py={{ base: 'lg', sm: 48 }}>
      <Stack gap="md" maw="38rem" mx="auto">
        <Title order={2} size="h4">
          {t('connections.emptyTitle')}
        </Title>
        <Text>{t('connections.emptyText')}</Text>
        <List spacing="xs" c="dimmed">
          <List.Item>{t('connections.emptyInitiate')}</List.Item>
          <List.Item>{t('connections.emptyAccept')}</List.Item>
        </List>
        <Group gap="sm">
          <NewConnectionButtons />
        </Group>
      </Stack>
    </Box>
  )
}
