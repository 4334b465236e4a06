import { Role } from '@servicenow/sdk/core'

export const auditor = Role({
  name: 'x_accrd_bridge.auditor',
  description: 'Reads connections, invitations and the handshake log',
})
