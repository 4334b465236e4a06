import type { ConsoleUser } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserLink } from '../adapter/account-calls.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'
import { roleOf } from './user-actions.ts'
import type { Role, UserAction } from './user-actions.ts'

export interface ShownLink extends UserLink {
  readonly name: string
}

/** The users as the node has them, what is done with them, and the one link that was issued last on this page. */
export function useUsers(isAdmin: boolean) {
  const { t } = useTranslation('users')
  const announce = useAnnounce()
  const { accounts } = useNodeHost()
  const [link, setLink] = useState<ShownLink | undefined>(undefined)
  const list = useQuery({ queryKey: ['console users'], queryFn: () => accounts.listUsers(), enabled: isAdmin })
  const call = useAccountCall(({ name, action }: { readonly name: string; readonly action: UserAction }) => {
    const role = roleOf(action)
    return role ? accounts.inviteUser(name, role) : accounts[CALLS[action as keyof typeof CALLS]](name)
  })
  const act = (name: string, action: UserAction, then: () => void) =>
    call.mutate(
      { name, action },
      {
        onSuccess: ({ user, link: issued }) => {
          setLink(issued ? { ...issued, name: user.name } : undefined)
          announce(t('done', { name: user.name }))
          then()
        },
        onSettled: () => void list.refetch(),
      },
    )
  const users: readonly ConsoleUser[] = list.data?.users ?? []
  const add = (name: string, role: Role, then: () => void) => act(name, role, then)
  return { users, list, call, act, add, link, hideLink: () => setLink(undefined) }
}

const CALLS = { reset: 'resetUser', disable: 'disableUser', enable: 'enableUser' } as const
