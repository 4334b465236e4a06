import { Role } from '@servicenow/sdk/core'
import { maintainer } from './maintainer.now.ts'
import { ROLES } from '../../server/names.ts'

export const admin = Role({
  name: ROLES.admin,
  description: 'Pairs the instance with its node, initiates connections and accepts invitations',
  containsRoles: [maintainer],
})
