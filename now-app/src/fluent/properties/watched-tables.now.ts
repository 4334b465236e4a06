import { Property } from '@servicenow/sdk/core'
import { PROPERTIES, ROLES } from '../../server/names.ts'

/**
 * The tables whose changes are noticed at once, for the condition of a rule that runs with every save of every task: a property is read
 * from memory. An upgrade must not empty it.
 */
Property({
  $id: Now.ID['property-watched-tables'],
  $meta: { installMethod: 'once' },
  name: PROPERTIES.watchedTables,
  type: 'string',
  value: ',',
  description: 'Tables whose changes Accord notices at once. Accord keeps this by itself',
  roles: { read: [ROLES.admin], write: [ROLES.admin] },
})
