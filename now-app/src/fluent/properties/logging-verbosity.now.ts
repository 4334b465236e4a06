import { Property } from '@servicenow/sdk/core'
import { PROPERTIES, ROLES } from '../../server/names.ts'

Property({
  $id: Now.ID['property-logging-verbosity'],
  name: PROPERTIES.loggingVerbosity,
  type: 'choicelist',
  value: 'info',
  description: 'How much this application writes to the system log',
  roles: { read: [ROLES.admin], write: [ROLES.admin] },
  choices: ['debug', 'info', 'warn', 'error'],
})
