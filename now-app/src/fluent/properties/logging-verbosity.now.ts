import { Property } from '@servicenow/sdk/core'
import { PROPERTIES, ROLES } from '../../server/names.ts'

Property({
  $id: Now.ID['property-logging-verbosity'],
  // What an admin has set stays: an upgrade overwrites the properties of a package.
  $meta: { installMethod: 'once' },
  name: PROPERTIES.loggingVerbosity,
  type: 'choicelist',
  value: 'info',
  description: 'How much this application writes to the system log',
  roles: { read: [ROLES.admin], write: [ROLES.admin] },
  choices: ['debug', 'info', 'warn', 'error'],
})
