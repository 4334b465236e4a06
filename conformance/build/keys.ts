import { fingerprintOf } from '../../node-bridge/src/keys/key-pair.ts'
import { KEYS } from './stage.ts'

/** PROTOCOL.md §2: thumbprints by RFC 7638, and the short form that two people compare. */
export const createKeyFixtures = () => ({
  about: 'Ed25519 keys, their RFC 7638 thumbprints and their fingerprints. Public knowledge: never use them.',
  keys: Object.entries(KEYS).map(([name, { privateJwk, publicJwk, thumbprint }]) => ({
    name,
    privateJwk,
    publicJwk,
    thumbprint,
    fingerprint: fingerprintOf(thumbprint),
  })),
})
