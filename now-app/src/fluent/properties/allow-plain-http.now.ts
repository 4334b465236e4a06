import { Property } from '@servicenow/sdk/core'
import { PROPERTIES, ROLES } from '../../server/names.ts'

Property({
  $id: Now.ID['property-allow-plain-http'],
  // What an admin has set stays: an upgrade overwrites the properties of a package.
  $meta: { installMethod: 'once' },
  name: PROPERTIES.allowPlainHttp,
  type: 'boolean',
  value: false,
  description:
    'Allows pairing with a node over plain HTTP. Leave it off: the token of this instance would travel unprotected. Loopback addresses are always allowed',
  roles: { read: [ROLES.admin], write: [ROLES.admin] },
})
