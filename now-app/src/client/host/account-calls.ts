import type { ConsoleSessionList, Tracker } from '@accord/shared/schemas'

export interface SignedInUser {
  readonly name: string
  readonly role: 'admin' | 'operator' | 'auditor'
}

/** What only the bridge's own console asks of its node; each rejects with a `ConsoleRefusal` and nothing else. */
export interface AccountCalls {
  readonly signIn: (name: string, password: string) => Promise<SignedInUser>
  readonly readLink: (token: string) => Promise<SignedInUser & { readonly expiresAt: string }>
  readonly useLink: (token: string, password: string) => Promise<SignedInUser>
  readonly signOut: () => Promise<unknown>
  readonly changePassword: (current: string, password: string) => Promise<unknown>
  readonly listSessions: () => Promise<ConsoleSessionList>
  readonly endOtherSessions: () => Promise<unknown>
  readonly issuePairingCode: () => Promise<{ readonly pairingCode: string; readonly expiresAt: string }>
  readonly setTracker: (tracker: Tracker) => Promise<unknown>
}
