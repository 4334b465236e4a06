import { Role } from '@servicenow/sdk/core'
import { operator } from './operator.now.ts'

export const admin = Role({
  name: 'x_accrd_bridge.admin',
  description: 'Pairs the instance with its node, initiates connections and accepts invitations',
  containsRoles: [operator],
})
