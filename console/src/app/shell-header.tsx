import { Box, Container, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../api/use-session.ts'
import { useHost } from '../host/console-host.ts'
import { AppearanceMenu } from './appearance-menu.tsx'
import { PAGES, PagesMenu } from './pages-menu.tsx'
import { StuckCount } from '../jobs/stuck-count.tsx'

export function ShellHeader() {
  const { t } = useTranslation()
  const { data: session } = useSessionQuery()
  const { parts } = useHost()
  return (
    <Box component="header" className="accord-header">
      <Container size={1240} px={{ base: 'sm', sm: 'lg' }}>
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Group gap="lg" wrap="nowrap" miw={0}>
            <Text fw={700} fz="md" aria-hidden="true" c="var(--mantine-color-anchor)">
              Accord
            </Text>
            {session || !parts ? (
              <nav aria-label={t('common.mainNavigation')}>
                <Group gap={0} className="accord-nav" visibleFrom="sm">
                  {PAGES.map((page) => (
                    <Link key={page} to={`/${page}`} className="accord-nav-link">
                      {t(`common.pages.${page}`)}
                      {page === 'jobs' ? <StuckCount paired={session?.paired ?? false} /> : null}
                    </Link>
                  ))}
                </Group>
                <PagesMenu paired={session?.paired ?? false} />
              </nav>
            ) : null}
          </Group>
          {parts ? (
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Text fz="sm" c="dimmed" truncate="end" visibleFrom="md">
                {session?.instanceName}
              </Text>
              <parts.AccountMenu />
            </Group>
          ) : (
            <AppearanceMenu />
          )}
        </Group>
      </Container>
    </Box>
  )
}
