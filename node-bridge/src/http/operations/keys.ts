import type { KEYS } from '@accord/shared/contracts'

import type { ConnectionContext } from '../../connections/connection-context.ts'
import { issueRekeyCode } from '../../invitations/issue-rekey-code.ts'
import { readKeyDetails } from '../../key-rotation/key-details.ts'
import { receiveKeys } from '../../key-rotation/receive-keys.ts'
import { rotateKeys } from '../../key-rotation/rotate-keys.ts'
import type { Handlers } from '../handlers.ts'

export const keyOperations = (context: ConnectionContext): Handlers<typeof KEYS> => ({
  publishKeys: ({ params, body }) => receiveKeys(context, params.connectionId, body),
  readKeyDetails: ({ params }) => readKeyDetails(context.database.db, params.connectionId),
  rotateKeys: ({ params, body }) => rotateKeys(context, params.connectionId, body.actor),
  issueRekeyCode: ({ params, body }) => issueRekeyCode(context, params.connectionId, body.actor),
})
