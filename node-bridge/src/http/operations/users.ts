import type { USERS } from '@accord/shared/contracts'

import type { ConsoleAccounts } from '../../console/console-accounts.ts'
import type { Handlers } from '../handlers.ts'

export const userOperations = (accounts: ConsoleAccounts): Handlers<typeof USERS> => ({
  listConsoleUsers: () => accounts.list(),
  inviteConsoleUser: ({ body }) => accounts.invite(body),
  resetConsoleUser: ({ body }) => accounts.reset(body),
  disableConsoleUser: ({ body }) => accounts.disable(body),
  enableConsoleUser: ({ body }) => accounts.enable(body),
})
