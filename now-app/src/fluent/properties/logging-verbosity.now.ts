import { Property } from '@servicenow/sdk/core'

Property({
  $id: Now.ID['property-logging-verbosity'],
  name: 'x_accord_bridge.logging.verbosity',
  type: 'choicelist',
  value: 'info',
  description: 'How much this application writes to the system log',
  roles: { read: ['x_accord_bridge.admin'], write: ['x_accord_bridge.admin'] },
  choices: ['debug', 'info', 'warn', 'error'],
})
