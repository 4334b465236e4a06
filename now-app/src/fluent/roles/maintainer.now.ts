import { Role } from '@servicenow/sdk/core'
import { auditor } from './auditor.now.ts'
import { ROLES } from '../../server/names.ts'

export const maintainer = Role({
  name: ROLES.maintainer,
  description: 'Keeps connections running: may revoke an open invitation',
  containsRoles: [auditor],
})
