import { Role } from '@servicenow/sdk/core'
import { maintainer } from './maintainer.now.ts'
import { ROLES } from '../../server/names.ts'

/** Of its own: neither the role admin of the application nor that of a maintainer contains it. */
export const rulesAuthor = Role({
  name: ROLES.rulesAuthor,
  description:
    'Writes the scripts of sync and publishes them: decides what leaves this instance and what is written here',
  containsRoles: [maintainer],
})
