import { Property } from '@servicenow/sdk/core'

Property({
  $id: Now.ID['property-logging-verbosity'],
  name: 'x_accrd_bridge.logging.verbosity',
  type: 'choicelist',
  value: 'info',
  description: 'How much this application writes to the system log',
  roles: { read: ['x_accrd_bridge.admin'], write: ['x_accrd_bridge.admin'] },
  choices: ['debug', 'info', 'warn', 'error'],
})
