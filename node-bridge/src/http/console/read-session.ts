import { CONSOLE_ROLES, type ConsoleRole } from '@accord/shared/protocol'

import { NODE_VERSION } from '../../config/node-version.ts'
import type { AppServices } from '../app.ts'
import type { BrowserHandlers } from './account-handlers.ts'
import { callerOf } from './session-guard.ts'

const NOTHING = { params: {}, query: undefined, body: undefined, source: undefined } as const

/** The same facts as an instance answers: who is signed in, what this user may do, and what this side is. */
export const readSession =
  ({ operations }: Pick<AppServices, 'operations'>): BrowserHandlers['readSession'] =>
  async (_call, request) => {
    const { name, role } = callerOf(request)
    const [status, { pairing }] = await Promise.all([operations.readStatus(NOTHING), operations.listPairings(NOTHING)])
    const may = (wanted: ConsoleRole) => CONSOLE_ROLES.indexOf(role) <= CONSOLE_ROLES.indexOf(wanted)
    return {
      userName: name,
      userDisplayName: name,
      roles: { admin: may('admin'), maintainer: may('maintainer'), auditor: may('auditor') },
      paired: pairing !== null || status.tracker !== null,
      nodeUrl: status.nodeUrl,
      instanceUrl: status.instanceUrl ?? status.tracker?.url ?? status.nodeUrl,
      instanceName: pairing?.instanceName ?? status.tracker?.name ?? new URL(status.nodeUrl).host,
      appVersion: NODE_VERSION,
    }
  }
