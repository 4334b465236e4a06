import { Property } from '@servicenow/sdk/core'

Property({
  $id: Now.ID['property-http-timeout'],
  name: 'x_accrd_bridge.node.http_timeout_ms',
  type: 'integer',
  value: 15000,
  description: 'Milliseconds that a call to the bridge node may take before it counts as unreachable (1000 to 60000)',
  roles: { read: ['x_accrd_bridge.admin'], write: ['x_accrd_bridge.admin'] },
})
