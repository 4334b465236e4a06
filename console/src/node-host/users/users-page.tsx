import { Stack, Text } from '@mantine/core'
import type { ConsoleUser } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { AddUserForm } from './add-user-form.tsx'
import { useUsers } from './use-users.ts'
import type { UserAction } from './user-actions.ts'
import { UserLinkPanel } from './user-link-panel.tsx'
import { UserRow } from './user-row.tsx'

interface Asked {
  readonly user: ConsoleUser
  readonly action: UserAction
}

/** Who may use this node's console; the node checks each change again, and keeps one admin in any case. */
export function UsersPage() {
  const { t } = useTranslation('users')
  const { roles, userName } = useSession()
  const { users, list, call, act, add, link, hideLink } = useUsers(roles.admin)
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const close = () => setAsked(undefined)
  const ask = (user: ConsoleUser, action: UserAction) => {
    call.reset()
    setAsked({ user, action })
  }
  if (!roles.admin) return <PageHeading title={t('title')} lead={t('needsAdmin')} />
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('title')} lead={t('lead')} />
      {list.error ? <ProblemNotice thrown={list.error} onRetry={() => void list.refetch()} /> : null}
      {call.error && !asked ? <ProblemNotice thrown={call.error} /> : null}
      {link ? <UserLinkPanel key={link.url} link={link} onHide={hideLink} /> : null}
      <Panel title={t('listTitle')}>
        <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {users.map((user) => (
            <UserRow key={user.name} user={user} isSelf={user.name === userName} onAsk={ask} />
          ))}
        </Stack>
      </Panel>
      <Panel title={t('addTitle')}>
        <AddUserForm users={users} busy={call.isPending} onAdd={add} />
      </Panel>
      {asked ? (
        <ConfirmDialog
          opened
          title={`${t(`actions.${asked.action}`)}: ${asked.user.name}`}
          confirm={t(`actions.${asked.action}`)}
          danger={asked.action === 'disable' || asked.action === 'reset'}
          busy={call.isPending}
          onConfirm={() => act(asked.user, asked.action, close)}
          onCancel={close}
        >
          <Stack gap="md">
            <Text fz="sm">{t(`asks.${asked.action}`, { name: asked.user.name })}</Text>
            {call.error ? <ProblemNotice thrown={call.error} /> : null}
          </Stack>
        </ConfirmDialog>
      ) : null}
    </Stack>
  )
}
