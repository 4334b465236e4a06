import { Button, Menu, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../api/use-session.ts'
import { useHost } from '../host/console-host.ts'
import { AppearanceItems } from '../parts/appearance-items.tsx'

/** Who uses the page where; language and colours, where the host has no menu of its own for them. */
export function AppearanceMenu() {
  const { t } = useTranslation()
  const { chooseLanguage } = useHost()
  const { data: session } = useSessionQuery()
  return (
    <Menu
      position="bottom-end"
      width={240}
      withinPortal={false}
      returnFocus
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" className="accord-account" maw="24rem" flex="0 1 auto" miw={0}>
          <Text span fz="inherit" fw="inherit" lh={1.5} truncate="end">
            {session
              ? t('common.userAt', { user: session.userDisplayName, instance: session.instanceName })
              : t('common.appearance')}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <AppearanceItems onLanguage={chooseLanguage} />
      </Menu.Dropdown>
    </Menu>
  )
}
