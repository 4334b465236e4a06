import { signAnything } from './fixed-keys.ts'
import { IDS, KEYS, NODE_A, NODE_B, setStage } from './stage.ts'

const { identityA, identityB } = KEYS
const FORBIDDEN = { ...NODE_A, baseUrl: 'https://10.0.0.1' }
const NEWER = { minRestVersion: '2.0.0', maxRestVersion: '2.0.0' }

/** PROTOCOL.md §3.3: codes with two faults each, to show which of them the acceptor names. `refusal: null`: it may be accepted. */
export async function createReviewFixtures() {
  const { created } = await setStage()
  const signed = (change: object, key = identityA) =>
    `accord1_${signAnything({ alg: 'Ed25519', typ: 'accord-invitation+jws', jwk: key.publicJwk }, { ...created.payload, ...change }, key)}`
  const review = (name: string, refusal: string | null, change: object, key = identityA) => ({
    name,
    code: signed(change, key),
    refusal,
  })
  const bound = { invitedInstanceUid: IDS.nodeC }
  return {
    about:
      'The reviewer is node B, which has never seen the codes and may call public addresses only. Each code is checked alone, at any time: an expiry is a warning.',
    reviewer: { nodeInfo: NODE_B, identityThumbprint: identityB.thumbprint },
    reviews: [
      review('nothing wrong', null, {}),
      review('its time is over', null, { iat: 1, exp: 3601 }),
      review('our own, and for another instance', 'own_invitation', { ...bound, nodeInfo: NODE_B }),
      review("our own key under another's name, and for another instance", 'own_invitation', bound, identityB),
      review('for another instance, and at a forbidden address', 'wrong_recipient', { ...bound, nodeInfo: FORBIDDEN }),
      review('at a forbidden address, and of another version', 'url_refused', { nodeInfo: { ...FORBIDDEN, ...NEWER } }),
      review('a private source at a forbidden address, which nobody calls', null, {
        nodeInfo: { ...FORBIDDEN, pollOnly: true },
      }),
      review('of another version, and of a private source that names nobody', 'no_common_version', {
        invitedInstanceUid: undefined,
        nodeInfo: { ...NODE_A, ...NEWER, pollOnly: true },
      }),
      review('a private source that names nobody, and a mode of another release', 'source_private', {
        invitedInstanceUid: undefined,
        connection: { ...created.payload.connection, mode: 'visual' },
        nodeInfo: { ...NODE_A, pollOnly: true },
      }),
      review('a mode of another release', 'mode_unsupported', {
        connection: { ...created.payload.connection, mode: 'visual' },
      }),
    ],
  }
}
