import { Role } from '@servicenow/sdk/core'
import { ROLES } from '../../server/names.ts'

export const auditor = Role({
  name: ROLES.auditor,
  description: 'Reads connections, invitations and the handshake log',
})
