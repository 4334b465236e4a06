import { CONSOLE_ROLES, type ConsoleRole, type ConsoleSession } from '@accord/shared/protocol'
import type { RequestHandler } from 'express'

import { NODE_VERSION } from '../../config/node-version.ts'
import type { BridgeServices } from '../../services.ts'
import { sendAnswer } from '../send-answer.ts'
import { callerOf } from './session-guard.ts'

/** The same facts as an instance answers: who is signed in, what this user may do, and what this side is. */
export const readSession =
  ({ node, pairing }: Pick<BridgeServices, 'node' | 'pairing'>): RequestHandler =>
  async (request, response) => {
    const { name, role } = callerOf(request)
    const [status, paired] = await Promise.all([node.status(), pairing.describe()])
    const may = (wanted: ConsoleRole) => CONSOLE_ROLES.indexOf(role) <= CONSOLE_ROLES.indexOf(wanted)
    const session: ConsoleSession = {
      userName: name,
      userDisplayName: name,
      roles: { admin: may('admin'), operator: may('operator'), auditor: may('auditor') },
      paired: paired.pairing !== null || status.tracker !== null,
      nodeUrl: status.nodeUrl,
      instanceUrl: status.instanceUrl ?? status.tracker?.url ?? status.nodeUrl,
      instanceName: paired.pairing?.instanceName ?? status.tracker?.name ?? new URL(status.nodeUrl).host,
      appVersion: NODE_VERSION,
    }
    await sendAnswer(response, 200, session)
  }
