import type { PublicJwk } from '@accord/shared/schemas'

/**
 * The vendor's public keys of this release: `accord-licence keygen` makes one and prints it. The newest comes first; an
 * older one stays as long as licences signed by it run. No private half is in the source or in any node.
 */
export const VENDOR_KEYS: readonly [PublicJwk, ...PublicJwk[]] = [
  { kty: 'OKP', crv: 'Ed25519', x: 'hYTVNh3PwlP6naUDPuUwOeXq8BRv5Xa39_HAWhMntmY' },
]
