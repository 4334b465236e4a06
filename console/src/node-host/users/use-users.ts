import type { ConsoleUser } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../parts/announcer.tsx'
import type { NodeHost } from '../adapter/node-host.ts'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'
import { isRole } from './user-actions.ts'
import type { Role, UserAction } from './user-actions.ts'

export interface ShownLink {
  readonly name: string
  readonly url: string
  readonly expiresAt: string
}

/** The users as the node has them, what is done with them, and the one link that was issued last on this page. */
export function useUsers(isAdmin: boolean) {
  const { t } = useTranslation('users')
  const announce = useAnnounce()
  const host = useNodeHost()
  const [link, setLink] = useState<ShownLink | undefined>(undefined)
  const list = useQuery({
    queryKey: ['console users'],
    queryFn: () => host.call('listConsoleUsers', {}),
    enabled: isAdmin,
  })
  const call = useAccountCall((wanted: UserChange) => change(host, wanted))
  const act = (user: UserChange['user'], action: UserAction, then: () => void) =>
    call.mutate(
      { user, action },
      {
        onSuccess: ({ user: { name }, link: issued = null }) => {
          setLink(issued ? { ...issued, name } : undefined)
          announce(t('done', { name }))
          then()
        },
        onSettled: () => void list.refetch(),
      },
    )
  const users: readonly ConsoleUser[] = list.data?.users ?? []
  const add = (name: string, role: Role, then: () => void) => act({ name, role }, role, then)
  return { users, list, call, act, add, link, hideLink: () => setLink(undefined) }
}

interface UserChange {
  readonly user: Pick<ConsoleUser, 'name' | 'role'>
  readonly action: UserAction
}

/** `link`: none for a user who has a password, and where none is issued. */
interface ChangedUser {
  readonly user: ConsoleUser
  readonly link?: Omit<ShownLink, 'name'> | null
}

/** Of a user who has a password a role or a right is changed, and no link is issued. */
function change({ call }: NodeHost, { user: { name, role }, action }: UserChange): Promise<ChangedUser> {
  if (isRole(action)) return call('inviteConsoleUser', { body: { name, role: action } })
  if (action === 'letPublish' || action === 'stopPublishing')
    return call('inviteConsoleUser', { body: { name, role, rulesAuthor: action === 'letPublish' } })
  return call(CALLS[action], { body: { name } })
}

const CALLS = { reset: 'resetConsoleUser', disable: 'disableConsoleUser', enable: 'enableConsoleUser' } as const
