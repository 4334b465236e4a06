import { Role } from '@servicenow/sdk/core'
import { auditor } from './auditor.now.ts'
import { ROLES } from '../../server/names.ts'

export const operator = Role({
  name: ROLES.operator,
  description: 'Keeps connections running: may revoke an open invitation',
  containsRoles: [auditor],
})
