import type { OperationName } from '@accord/shared/contracts'
import { IssuedInvitation } from '@accord/shared/schemas'

import type { Command } from '../command.ts'
import { connectionCommand } from '../connection-command.ts'
import { showDetails } from '../show-connection.ts'

/** Commands that print a code for a connection that exists: the code alone on standard output. */
const CODES = [
  ['reissue', 'reissueInvitation', 'Print a new code for a connection; the one before is worthless'],
  ['rekey', 'issueRekeyCode', 'Print a code by which the other side renews the keys together with this one'],
] as const satisfies readonly (readonly [string, OperationName, string])[]

export const codeCommands: readonly Command[] = CODES.map(([name, operation, summary]) =>
  connectionCommand({
    name,
    summary,
    ask: async (client, call) => {
      const answer = IssuedInvitation.parse(await client.call(operation, call))
      return { human: [answer.code], json: answer, aside: showDetails(answer.connection) }
    },
  }),
)
