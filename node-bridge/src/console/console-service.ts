import { hkdfSync } from 'node:crypto'

import { createConsoleAccounts } from './console-accounts.ts'
import type { ConsoleContext } from './console-context.ts'
import { createConsoleSessions } from './console-sessions.ts'
import { createDeviceMarks } from './device-mark.ts'
import { issueFirstLink } from './first-link.ts'
import { createPasswords, type PasswordCost } from './passwords.ts'
import { createSignInLimits } from './sign-in-limits.ts'

export interface ConsoleParts extends Omit<ConsoleContext, 'limits' | 'devices' | 'passwords'> {
  readonly passwordCost: PasswordCost
  readonly masterKey: Uint8Array
}

export type Console = ReturnType<typeof createConsole>

/** The bridge's own console: its users, and their browsers. */
export function createConsole({ masterKey, passwordCost, ...parts }: ConsoleParts) {
  const devices = createDeviceMarks(deviceSecret(masterKey))
  const context = { ...parts, devices, passwords: createPasswords(passwordCost), limits: createSignInLimits(parts.now) }
  return {
    accounts: createConsoleAccounts(context),
    sessions: createConsoleSessions(context),
    /** For whoever reads the node's standard output; undefined once an admin can sign in. */
    issueFirstLink: () => issueFirstLink(context),
  }
}

/** The key of device marks derives from the master key, which replicas share: each accepts the marks of the others. */
const deviceSecret = (masterKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), 'accord-console-devices', 32))
