import { createRotation } from '../../node-bridge/src/key-rotation/rotation-statement.ts'
import { fixedKey, signAnything } from './fixed-keys.ts'
import { IDS, KEYS, NOW, numericDate } from './stage.ts'

const { connectionB: first, thief } = KEYS
const second = fixedKey('second connection key of B')
const third = fixedKey('third connection key of B')
const PARTIES = { iss: IDS.nodeB, aud: IDS.nodeA, connectionId: IDS.connection }

/** PROTOCOL.md §5.10: chains by which node B tells node A of its newer keys. */
export async function createRotationFixtures() {
  const link = (change: Partial<Parameters<typeof createRotation>[0]> = {}) =>
    createRotation({ ...PARTIES, seq: 1, from: first, to: second, now: NOW, ...change })
  const one = await link()
  const two = await link({ seq: 2, from: second, to: third })
  const proof = signAnything(
    { alg: 'Ed25519', typ: 'accord-rotation-proof+jws', kid: second.thumbprint },
    { connectionId: IDS.otherConnection, seq: 1, previous: first.thumbprint },
    second,
  )
  const otherProof = signAnything(
    { alg: 'Ed25519', typ: 'accord-rotation+jws', kid: first.thumbprint },
    { ...PARTIES, seq: 1, iat: numericDate(NOW), previous: first.thumbprint, key: second.publicJwk, proof },
    first,
  )
  const unnamed = (change: object) => {
    const header = { alg: 'Ed25519', typ: 'accord-rotation-proof+jws', kid: second.thumbprint, ...change }
    const bound = { connectionId: IDS.connection, seq: 1, previous: first.thumbprint }
    return signAnything(
      { alg: 'Ed25519', typ: 'accord-rotation+jws', kid: first.thumbprint },
      {
        ...PARTIES,
        ...bound,
        iat: numericDate(NOW),
        key: second.publicJwk,
        proof: signAnything(header, bound, second),
      },
      first,
    )
  }
  const refused = (name: string, chain: readonly string[]) => ({ name, chain, refusal: 'proof_invalid' })
  return {
    about:
      'The receiver is node A. `known`: the key of node B that it takes; `nextSeq`: number of the link that leads on from it.',
    parties: PARTIES,
    valid: [
      { name: 'one new key', known: first.publicJwk, nextSeq: 1, chain: [one], newest: second.thumbprint },
      {
        name: 'two keys that were missed',
        known: first.publicJwk,
        nextSeq: 1,
        chain: [one, two],
        newest: third.thumbprint,
      },
      {
        name: 'a chain of which one link is known',
        known: second.publicJwk,
        nextSeq: 2,
        chain: [one, two],
        newest: third.thumbprint,
      },
      { name: 'nothing new', known: third.publicJwk, nextSeq: 3, chain: [one, two], newest: third.thumbprint },
    ],
    known: first.publicJwk,
    nextSeq: 1,
    invalid: [
      refused('a chain that does not begin with a known key', [two]),
      refused('another number', [await link({ seq: 2 })]),
      refused('a gap', [one, await link({ seq: 2, from: third, to: thief })]),
      refused('another connection', [await link({ connectionId: IDS.otherConnection })]),
      refused('another node', [await link({ iss: IDS.nodeC })]),
      refused('a thief under the right kid', [await link({ from: { ...thief, thumbprint: first.thumbprint } })]),
      refused('a new key that does not prove itself', [
        await link({ to: { ...second, privateJwk: thief.privateJwk } }),
      ]),
      refused('the proof for another connection', [otherProof]),
      refused('a proof that names no key', [unnamed({ kid: undefined })]),
      refused('a proof that carries its key', [unnamed({ jwk: second.publicJwk })]),
      refused('a proof that names another key', [unnamed({ kid: thief.thumbprint })]),
      refused('no JWS', ['rotated']),
    ],
  }
}
