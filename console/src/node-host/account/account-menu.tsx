import { Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../../api/use-session.ts'
import { forgetDraft } from '../../initiate/kept-draft.ts'
import { AppearanceItems } from '../../parts/appearance-items.tsx'
import { ChangePasswordDialog } from './change-password-dialog.tsx'
import { OwnNoticesDialog } from './own-notices-dialog.tsx'
import { SessionsDialog } from './sessions-dialog.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

/** Who is signed in, and what that person can do about it; language and colours also for somebody who is not. */
export function AccountMenu() {
  const { t } = useTranslation(['translation', 'node', 'users', 'notices'])
  const navigate = useNavigate()
  const host = useNodeHost()
  const { data: session } = useSessionQuery()
  const [dialog, setDialog] = useState<'password' | 'sessions' | 'notices' | undefined>(undefined)
  const signOut = useAccountCall(() => host.call('signOut', {}))
  // Everything that this page has received goes with the session, also when the node does not answer.
  const leave = () => {
    forgetDraft()
    signOut.mutate(undefined, { onSettled: () => window.location.reload() })
  }
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu
        position="bottom-end"
        width={260}
        withinPortal={false}
        returnFocus
        transitionProps={{ duration: 0 }}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" className="accord-account" maw="16rem" flex="none">
            {session?.userDisplayName ?? t('common.appearance')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {session ? (
            <>
              {session.roles.admin ? (
                <Menu.Item onClick={() => void navigate({ to: '/users' })}>{t('users:title')}</Menu.Item>
              ) : null}
              <Menu.Item onClick={() => setDialog('notices')}>{t('notices:own')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('password')}>{t('node:changePassword')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('sessions')}>{t('node:sessions')}</Menu.Item>
              <Menu.Item onClick={leave}>{t('node:signOut')}</Menu.Item>
              <Menu.Divider />
            </>
          ) : null}
          <AppearanceItems onLanguage={host.chooseLanguage} />
        </Menu.Dropdown>
      </Menu>
      <OwnNoticesDialog opened={dialog === 'notices'} onClose={close} />
      <ChangePasswordDialog opened={dialog === 'password'} onClose={close} />
      <SessionsDialog opened={dialog === 'sessions'} onClose={close} />
    </>
  )
}
