import type { BridgeServices } from '../../services.ts'
import { route, type Route } from '../route.ts'

/** What the operator does with the users of the node's own console. */
export const consoleUserRoutes = ({ console: { accounts } }: Pick<BridgeServices, 'console'>): readonly Route[] => [
  route('listConsoleUsers', () => accounts.list()),
  route('inviteConsoleUser', ({ body }) => accounts.invite(body)),
  route('resetConsoleUser', ({ body }) => accounts.reset(body)),
  route('disableConsoleUser', ({ body }) => accounts.disable(body)),
  route('enableConsoleUser', ({ body }) => accounts.enable(body)),
]
