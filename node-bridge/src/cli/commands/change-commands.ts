import type { OperationName } from '@accord/shared/contracts'
import { ConnectionDetail } from '@accord/shared/schemas'

import type { Command } from '../command.ts'
import { connectionCommand } from '../connection-command.ts'
import { showDetails } from '../show-connection.ts'

/** Commands that ask for one change of one connection and show what it is then. */
const CHANGES = [
  ['revoke', 'revokeInvitation', 'Make the open code of a connection worthless'],
  ['deactivate', 'deactivateConnection', 'Pause a connection; the other side is informed'],
  ['activate', 'activateConnection', "End this side's pause"],
  ['delete', 'deleteConnection', 'End a connection for ever; the other side is informed and keeps its history'],
  ['rotate-keys', 'rotateKeys', "Replace this side's key of a connection"],
  ['approve', 'approveConnection', 'Let the one who redeemed the code have the connection'],
  ['reject', 'rejectConnection', 'Refuse the one who redeemed the code; the other side learns it'],
] as const satisfies readonly (readonly [string, OperationName, string])[]

export const changeCommands: readonly Command[] = CHANGES.map(([name, operation, summary]) =>
  connectionCommand({
    name,
    summary,
    ask: async (client, call) => {
      const answer = ConnectionDetail.parse(await client.call(operation, call))
      return { human: showDetails(answer.connection), json: answer }
    },
  }),
)
