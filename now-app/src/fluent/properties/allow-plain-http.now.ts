import { Property } from '@servicenow/sdk/core'

Property({
  $id: Now.ID['property-allow-plain-http'],
  name: 'x_accrd_bridge.node.allow_plain_http',
  type: 'boolean',
  value: false,
  description:
    'Allows pairing with a node over plain HTTP. Leave it off: the token of this instance would travel unprotected. Loopback addresses are always allowed',
  roles: { read: ['x_accrd_bridge.admin'], write: ['x_accrd_bridge.admin'] },
})
