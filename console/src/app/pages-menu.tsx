import { Box, Button, Menu } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { en } from '../i18n/en/index.ts'
import { StuckCount } from '../jobs/stuck-count.tsx'

/** The pages of the menu are those that have a name in it, in that order. */
export const PAGES = Object.keys(en.common.pages) as readonly (keyof typeof en.common.pages)[]

interface PagesMenuProps {
  readonly paired: boolean
}

/** The pages on a narrow screen: one button with the name of the open one, instead of three lines of links. */
export function PagesMenu({ paired }: PagesMenuProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const open = PAGES.find((page) => pathname.startsWith(`/${page}`))
  return (
    <Box hiddenFrom="sm">
      <Menu
        position="bottom-start"
        width={240}
        withinPortal={false}
        returnFocus
        transitionProps={{ duration: 0 }}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" leftSection={<span aria-hidden="true">☰</span>}>
            {open ? t(`common.pages.${open}`) : t('common.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PAGES.map((page) => (
            <Menu.Item key={page} component={Link} to={`/${page}`}>
              {t(`common.pages.${page}`)}
              {page === 'jobs' ? <StuckCount paired={paired} /> : null}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Box>
  )
}
