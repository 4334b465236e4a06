import type { ConsoleUser } from '@accord/shared/schemas'

export const ROLES = ['admin', 'maintainer', 'auditor'] as const
export type Role = (typeof ROLES)[number]
export type UserAction = Role | 'letPublish' | 'stopPublishing' | 'reset' | 'disable' | 'enable'

export const isRole = (action: UserAction): action is Role => (ROLES as readonly UserAction[]).includes(action)

/** What makes sense for the user as it stands, what takes most last. A disabled user has to be enabled first. */
export function possibleUserActions(user: Pick<ConsoleUser, 'state' | 'role' | 'rulesAuthor'>): UserAction[] {
  const { state, role, rulesAuthor } = user
  if (state === 'disabled') return ['enable', 'reset']
  const right: UserAction[] = role === 'auditor' ? [] : [rulesAuthor ? 'stopPublishing' : 'letPublish']
  return [...ROLES.filter((other) => other !== role), ...right, 'reset', 'disable']
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,49}$/u

/** As the node compares names: without regard to case. */
export function faultOfName(name: string, users: readonly ConsoleUser[]): 'nameWrong' | 'nameTaken' | undefined {
  const key = (text: string) => text.trim().normalize('NFKC').toLowerCase()
  if (!NAME.test(name.trim())) return 'nameWrong'
  return users.some((user) => key(user.name) === key(name)) ? 'nameTaken' : undefined
}
