import type { ConsoleSessionList, ConsoleUser, Tracker } from '@accord/shared/schemas'

export interface SignedInUser {
  readonly name: string
  readonly role: 'admin' | 'operator' | 'auditor'
}

export interface UserLink {
  readonly url: string
  readonly expiresAt: string
}

/** `link`: none for a user who has a password, and where none is issued. */
export interface ChangedUser {
  readonly user: ConsoleUser
  readonly link?: UserLink | null
}

/** What only the node's own console asks of its node; each rejects with a `ConsoleRefusal` and nothing else. */
export interface AccountCalls {
  readonly signIn: (name: string, password: string) => Promise<SignedInUser>
  readonly readLink: (token: string) => Promise<SignedInUser & { readonly expiresAt: string }>
  readonly useLink: (token: string, password: string) => Promise<SignedInUser>
  readonly signOut: () => Promise<unknown>
  readonly changePassword: (current: string, password: string) => Promise<unknown>
  readonly listSessions: () => Promise<ConsoleSessionList>
  readonly endOtherSessions: () => Promise<unknown>
  readonly issuePairingCode: () => Promise<{ readonly pairingCode: string; readonly expiresAt: string }>
  readonly listUsers: () => Promise<{ readonly users: readonly ConsoleUser[] }>
  /** Of a user who has a password it changes the role, and issues no link. */
  readonly inviteUser: (name: string, role: SignedInUser['role']) => Promise<ChangedUser>
  readonly resetUser: (name: string) => Promise<ChangedUser>
  readonly disableUser: (name: string) => Promise<ChangedUser>
  readonly enableUser: (name: string) => Promise<ChangedUser>
  readonly setTracker: (tracker: Tracker) => Promise<unknown>
}
