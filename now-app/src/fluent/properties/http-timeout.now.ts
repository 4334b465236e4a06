import { Property } from '@servicenow/sdk/core'
import { PROPERTIES, ROLES } from '../../server/names.ts'

Property({
  $id: Now.ID['property-http-timeout'],
  // What an admin has set stays: an upgrade overwrites the properties of a package.
  $meta: { installMethod: 'once' },
  name: PROPERTIES.httpTimeoutMs,
  type: 'integer',
  value: 15000,
  description: 'Milliseconds that a call to the bridge node may take before it counts as unreachable (1000 to 30000)',
  roles: { read: [ROLES.admin], write: [ROLES.admin] },
})
