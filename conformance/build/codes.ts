import { LIMITS } from '@accord/shared/protocol'

import { processInvitationCode } from '../../node-bridge/src/invitations/invitation-code.ts'
import { fingerprintOf } from '../../node-bridge/src/keys/key-pair.ts'
import { signAnything, withSignatureOf } from './fixed-keys.ts'
import { CONNECTION, IDS, KEYS, NODE_A, setStage } from './stage.ts'

const { identityA, identityC } = KEYS
const HEADER = { alg: 'Ed25519', typ: 'accord-invitation+jws', jwk: identityA.publicJwk }
const { jwk: _jwk, ...WITHOUT_KEY } = HEADER

/** PROTOCOL.md §3: what a person may paste, and how each wrong paste is refused. */
export async function createCodeFixtures() {
  const { created } = await setStage()
  const { code, payload } = created
  const signed = (change: object, header: object = HEADER) =>
    `accord1_${signAnything(header, { ...payload, ...change }, identityA)}`
  const valid = [
    ['the code alone', code],
    ['a label in front', `Invitation code: ${code}`],
    ['wrapped lines', code.replaceAll(/(.{64})/gu, '$1\r\n')],
    ['a quoted mail', `> ${code.replaceAll(/(.{72})/gu, '$1\n> ')}`],
    ['quotation marks', `“${code}”`],
    ['backticks', `\`${code}\``],
    ['the fragment of a URL', `https://node-b.example/accept#code=${code}`],
    ['a sentence behind', `${code}\n\nBest regards, Ann`],
    ['invisible characters', [...code].join('\u200B')],
    ['pasted twice', code + code],
    ['an unknown member of the payload', signed({ colour: 'blue' })],
    ['no invited instance', signed({ invitedInstanceUid: undefined })],
  ] as const
  return {
    about: 'A code is found in `pasted`, or refused by the name in `refusal`. Expiry is not checked here.',
    valid: await Promise.all(valid.map(([name, pasted]) => describeValid(name, pasted))),
    invalid: [...damaged(code), ...wrongHeaders(signed), ...wrongSignatures(code, signed), ...wrongPayloads(signed)],
  }
}

async function describeValid(name: string, pasted: string) {
  const { code, codeHash, identityThumbprint, payload } = await processInvitationCode(pasted)
  return { name, pasted, code, codeHash, identityThumbprint, fingerprint: fingerprintOf(identityThumbprint), payload }
}

const refused = (refusal: string) => (name: string, pasted: string) => ({ name, pasted, refusal })
const malformed = refused('code_malformed')
const truncated = refused('code_truncated')
const unsigned = refused('code_signature_invalid')

type Sign = (change: object, header?: object) => string

const damaged = (code: string) => [
  malformed('nothing', ''),
  malformed('a greeting', 'Hello Bob'),
  malformed('a letter behind the end', `${code}A`),
  malformed('two different codes', `${code} ${code.replace('.', '.e')}`),
  malformed('a later version', code.replace('accord1_', 'accord2_')),
  malformed('too long', `accord1_${'A'.repeat(LIMITS.codeBytes)}`),
  malformed('the other alphabet of base64', code.replace('.', '.+')),
  truncated('the prefix alone', 'accord1_'),
  truncated('the header alone', code.slice(0, code.indexOf('.'))),
  truncated('no signature', code.slice(0, code.lastIndexOf('.'))),
  truncated('one letter short', code.slice(0, -1)),
  truncated('no beginning', code.slice(40)),
]

const wrongHeaders = (signed: Sign) => [
  malformed('alg none', signed({}, { ...HEADER, alg: 'none' })),
  malformed('alg EdDSA', signed({}, { ...HEADER, alg: 'EdDSA' })),
  malformed('alg HS256', signed({}, { ...HEADER, alg: 'HS256' })),
  malformed('the typ of a grant', signed({}, { ...HEADER, typ: 'accord-grant+jws' })),
  malformed('no key', signed({}, WITHOUT_KEY)),
  malformed('a private key', signed({}, { ...HEADER, jwk: identityA.privateJwk })),
  malformed('kid beside jwk', signed({}, { ...HEADER, kid: identityA.thumbprint })),
  malformed('crit', signed({}, { ...HEADER, crit: ['exp'] })),
]

const wrongSignatures = (code: string, signed: Sign) => [
  unsigned("another code's signature", withSignatureOf(code, signed({ colour: 'blue' }))),
  unsigned("a stranger's key", signed({}, { ...HEADER, jwk: identityC.publicJwk })),
]

const wrongPayloads = (signed: Sign) => [
  malformed('a later payload', signed({ v: 2 })),
  malformed('an id that is no UUID', signed({ jti: '1' })),
  malformed('an end before the beginning', signed({ exp: 1 })),
  malformed('a rekey without its connection', signed({ purpose: 'rekey' })),
  malformed('a name with a bidirectional override', signed({ connection: { ...CONNECTION, name: 'a\u202Eb' } })),
  malformed('a script as URL', signed({ nodeInfo: { ...NODE_A, baseUrl: 'javascript:alert(1)' } })),
  malformed('a short name of 51 characters', signed({ connection: { ...CONNECTION, localShortName: 'x'.repeat(51) } })),
  malformed('a connection without a purpose for it', signed({ connectionId: IDS.connection })),
  malformed('a poisoned member', signed({ nodeInfo: { ...NODE_A, constructor: {} } })),
]
