import { type ConsoleRight, RULES_AUTHOR } from '@accord/shared/protocol'
import type { ConsoleSession } from '@accord/shared/schemas'

import { NODE_VERSION } from '../../config/node-version.ts'
import type { ConsoleCaller } from '../../console/console-sessions.ts'
import { mayActAs } from '../../console/may-act-as.ts'
import type { AppServices } from '../app.ts'

const NOTHING = {
  params: {},
  query: undefined,
  body: undefined,
  content: undefined,
  from: undefined,
  source: undefined,
} as const

/** What an instance answers, too: who is signed in, what this user may do, and what this side is. */
export async function describeSession(
  operations: AppServices['operations'],
  caller: ConsoleCaller,
): Promise<ConsoleSession> {
  const [status, { pairing }] = await Promise.all([operations.readStatus(NOTHING), operations.listPairings(NOTHING)])
  const { name } = caller
  const may = (wanted: ConsoleRight) => mayActAs(caller, wanted)
  return {
    userName: name,
    userDisplayName: name,
    roles: {
      admin: may('admin'),
      maintainer: may('maintainer'),
      auditor: may('auditor'),
      rulesAuthor: may(RULES_AUTHOR),
    },
    paired: pairing !== null || status.tracker !== null,
    nodeUrl: status.nodeUrl,
    instanceUrl: status.instanceUrl ?? status.tracker?.url ?? status.nodeUrl,
    instanceName: pairing?.instanceName ?? status.tracker?.name ?? new URL(status.nodeUrl).host,
    appVersion: NODE_VERSION,
  }
}
