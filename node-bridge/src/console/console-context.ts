import type { Vault } from '../vault/vault.ts'
import type { Database } from '../store/engine/database.ts'
import type { DeviceMarks } from './device-mark.ts'
import type { Passwords } from './passwords.ts'
import type { SignInLimits } from './sign-in-limits.ts'

export interface ConsoleContext {
  readonly database: Database
  readonly vault: Vault
  /** Where browsers open the console, without a trailing slash and without `/console`. */
  readonly consoleUrl: string
  readonly passwords: Passwords
  readonly limits: SignInLimits
  readonly devices: DeviceMarks
  readonly now: () => Date
}

export const passwordContextOf = (userId: string): string => `console-password:${userId}`
