import { Role } from '@servicenow/sdk/core'
import { auditor } from './auditor.now.ts'

export const operator = Role({
  name: 'x_accrd_bridge.operator',
  description: 'Keeps connections running: may revoke an open invitation',
  containsRoles: [auditor],
})
