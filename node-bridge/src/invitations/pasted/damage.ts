import { SIGNATURE_CHARACTERS, type Copy } from './read-copies.ts'

/**
 * What became of a code that no signature fits. `end`, `middle`: letters are missing there. `changed`: letters inside are
 * not those that were sent. `unsigned`: everything is legible and the signature does not fit. `content`: legible, and
 * nothing that an invitation says.
 */
export type Damage = 'end' | 'middle' | 'changed' | 'unsigned' | 'content'

/** Members that every payload has; a line that got lost takes several of them along. */
const MEMBERS = ['jti', 'iat', 'exp', 'invitationKey', 'purpose', 'connection', 'nodeInfo', 'instanceUid', 'baseUrl']
const MEMBERS_MISSED = 3
/** A changed letter spoils two bytes, a few of them a few more; a shifted rest spoils far more. */
const SPOILT_BY_LETTERS = 6
/** Characters of the header of every code of ours: its members and their lengths are fixed. */
const HEADER_CHARACTERS = 178
const HEADER_TOLERANCE = 12
const TEMPLATE = `{"alg":"Ed25519","typ":"accord-invitation+jws","jwk":{"kty":"OKP","crv":"Ed25519","x":"${'?'.repeat(43)}"}}`

/** Of a copy that could not be read, or whose signature does not fit. */
export function damageOf(copy: Copy, isReadable: boolean): Damage {
  if (isReadable) return isJoinedWith(copy) ? 'end' : 'unsigned'
  if (copy.end === 'followed' || copy.end === 'changed') return 'changed'
  const [header = '', payload, signature] = copy.parts
  if (signature !== undefined && signature.length === SIGNATURE_CHARACTERS) return damageInside(copy, header, payload)
  if (payload === undefined) return headerEndsEarly(header) ? 'end' : 'middle'
  if (signature === undefined) return damageOfTwoParts(header, payload.slice(0, payload.length - copy.words.length))
  return isSpoilt(header) ? (damageOfPart(header) ?? 'end') : 'end'
}

/** A signature that was cut off and filled up with words; one word alone may be a line of the signature. */
const isJoinedWith = ({ words }: Copy): boolean => words.length > 15

function damageInside(copy: Copy, header: string, payload = ''): Damage {
  if (isJoinedWith(copy)) return 'end'
  const found = damageOfPart(header) ?? damageOfHeader(header) ?? damageOfPart(payload)
  if (found !== undefined) return found
  if (isLegible(payload)) return isStrictBase64url(copy) && isLegible(header) ? 'content' : 'changed'
  return payload.startsWith('eyJ') && missedMembers(payload) >= MEMBERS_MISSED ? 'middle' : 'changed'
}

/** A dot got lost, with letters around it or alone; or the text ends before the second one. */
function damageOfTwoParts(header: string, second: string): Damage {
  const isSecondPayload = second.startsWith('eyJ') || second.length < 3
  if (isSecondPayload) return isSpoilt(second) || endsInSignature(second) ? 'middle' : 'end'
  if (second.length === SIGNATURE_CHARACTERS) return 'middle'
  return header.length > HEADER_CHARACTERS + HEADER_TOLERANCE ? 'middle' : 'end'
}

const headerEndsEarly = (header: string): boolean =>
  header.length <= HEADER_CHARACTERS + HEADER_TOLERANCE || !header.startsWith('eyJ')

const endsInSignature = (text: string): boolean =>
  text.length > SIGNATURE_CHARACTERS && isLegible(text.slice(0, -SIGNATURE_CHARACTERS))

function damageOfHeader(header: string): Damage | undefined {
  const differing = differingLetters(header)
  if (isLegible(header) && (differing === 0 || differing > 2)) return undefined
  return header.length <= HEADER_CHARACTERS - 4 ? 'middle' : 'changed'
}

/** A header that differs from ours in few letters was damaged; one that says something else was meant so. */
export const isHeaderOurs = (header: string): boolean => differingLetters(header) <= 2

/** Without the letters of the key. */
function differingLetters(header: string): number {
  if (header.length !== HEADER_CHARACTERS) return Infinity
  const text = Buffer.from(header, 'base64url').toString('latin1')
  return [...TEMPLATE].filter((letter, at) => letter !== '?' && letter !== text[at]).length
}

/** Undefined where the part is in step, letter for letter. */
function damageOfPart(part: string): Damage | undefined {
  if (!isSpoilt(part)) return part.length % 4 === 1 ? 'middle' : undefined
  const shift = [1, 2, 3].find((candidate) => spoilt(tailOf(part).slice(candidate)) <= SPOILT_BY_LETTERS / 2)
  if (shift === undefined || shift === 1) return 'changed'
  return 'middle'
}

/** The last letters, from a place that is in step with the first one. */
const tailOf = (part: string): string => part.slice(Math.floor(Math.max(0, part.length - 120) / 4) * 4)

const isSpoilt = (part: string): boolean => spoilt(part) > SPOILT_BY_LETTERS

const utf8 = new TextDecoder('utf-8')
const strict = new TextDecoder('utf-8', { fatal: true })

/** How many characters are none that JSON of ours holds. */
export function spoilt(part: string): number {
  const text = utf8.decode(Buffer.from(part, 'base64url'))
  return text.match(/[\p{Cc}\uFFFD]/gu)?.length ?? 0
}

/** JSON, also of a kind that we refuse. */
export function isLegible(part: string): boolean {
  try {
    JSON.parse(strict.decode(Buffer.from(part, 'base64url')))
    return true
  } catch {
    return false
  }
}

/** The letters are the only ones that stand for these bytes. */
const isStrictBase64url = ({ parts }: Copy): boolean =>
  parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)

function missedMembers(payload: string): number {
  const text = Buffer.from(payload, 'base64url').toString('latin1')
  return MEMBERS.filter((member) => !text.includes(`"${member}":`)).length
}
