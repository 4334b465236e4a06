import type { Random } from '../../../node-bridge/test/faults/network/random.ts'
import { pick } from './dress.ts'
import type { CodeKind } from './generate.ts'

const PREFIX = 'accord1_'
const LETTERS = [...'ABCXYZabcxyz0189-_']
const NOISE_LETTERS = [...'accord1_eyJ.-_=+/ \n>`"AZ09{}\u200B\u0000💥']

type Damage = (code: string, random: Random) => string

const DAMAGES: Readonly<Record<Exclude<CodeKind, 'dressed'>, Damage>> = {
  truncated: (code, random) => code.slice(0, PREFIX.length + Math.floor(random() * (code.length - PREFIX.length))),
  damaged: changeInside,
  header: replaceHeader,
  resigned: replaceSignature,
  noise: (_, random) => Array.from({ length: Math.floor(random() * 300) }, () => pick(random, NOISE_LETTERS)).join(''),
}

export const damage = (kind: Exclude<CodeKind, 'dressed'>, code: string, random: Random): string =>
  DAMAGES[kind](code, random)

/** One letter of the body becomes another one. */
function changeInside(code: string, random: Random): string {
  const at = PREFIX.length + Math.floor(random() * (code.length - PREFIX.length))
  const others = LETTERS.filter((letter) => letter !== code[at])
  return code.slice(0, at) + pick(random, others) + code.slice(at + 1)
}

const TRICKS: readonly ((header: Record<string, unknown>) => object)[] = [
  (header) => ({ ...header, alg: 'none' }),
  (header) => ({ ...header, alg: 'HS256' }),
  (header) => ({ ...header, alg: 'EdDSA' }),
  (header) => ({ ...header, typ: 'JWT' }),
  (header) => ({ ...header, typ: 'accord-grant+jws' }),
  (header) => ({ ...header, crit: ['b64'], b64: false }),
  (header) => ({ ...header, kid: 'x' }),
  (header) => ({ ...header, jku: 'https://elsewhere.example/keys' }),
  ({ jwk, ...header }) => ({ ...header, jwk: { ...(jwk as object), d: 'A'.repeat(43) } }),
  ({ alg, typ }) => ({ alg, typ }),
]

function replaceHeader(code: string, random: Random): string {
  const [header = '', ...rest] = code.slice(PREFIX.length).split('.')
  const parsed = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>
  const tricked = Buffer.from(JSON.stringify(pick(random, TRICKS)(parsed))).toString('base64url')
  return PREFIX + [tricked, ...rest].join('.')
}

/** A signature of the right length that nobody made. */
function replaceSignature(code: string, random: Random): string {
  const bytes = Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256))
  return code.slice(0, code.lastIndexOf('.') + 1) + Buffer.from(bytes).toString('base64url')
}
