import { Box, Container, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../api/use-session.ts'

const PAGES = ['connections', 'setup'] as const

export function ShellHeader() {
  const { t } = useTranslation()
  const { data: session } = useSessionQuery()
  return (
    <Box component="header" className="accord-header">
      <Container size={1240} px={{ base: 'sm', sm: 'lg' }}>
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Group gap="lg" wrap="nowrap">
            <Text fw={700} fz="md" aria-hidden="true" c="var(--mantine-color-anchor)">
              Accord
            </Text>
            <Group component="nav" gap="lg" wrap="nowrap" aria-label={t('common.mainNavigation')}>
              {PAGES.map((page) => (
                <Link key={page} to={`/${page}`} className="accord-nav-link">
                  {t(`common.pages.${page}`)}
                </Link>
              ))}
            </Group>
          </Group>
          <Text fz="sm" c="dimmed" truncate="end" visibleFrom="xs">
            {session ? t('common.userAt', { user: session.userDisplayName, instance: session.instanceName }) : ''}
          </Text>
        </Group>
      </Container>
    </Box>
  )
}
