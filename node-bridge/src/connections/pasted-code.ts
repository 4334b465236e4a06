import { CODE_PREFIX, LIMITS } from '@accord/shared/protocol'

/**
 * What mail programs, chats and documents put between the letters of a code: white space, invisible characters, the
 * marks of quoted lines, soft line ends of quoted-printable, and Markdown's backslashes. Bounded look-behind keeps it linear.
 */
const GAP = /[\s\p{Cf}]|(?<=[\r\n][\s>|]{0,16})[>|]|=(?=\r?\n)|\\{1,4}(?=[_.-])/gu
const OTHER_VERSION = /accord(\d{1,3})_/u
const CODE_CHARACTERS = /^[A-Za-z0-9_-]*/u

/** 64 bytes of an Ed25519 signature in base64url: where a code ends, whatever stands behind it. */
const SIGNATURE_CHARACTERS = 86
/** More copies than this are no slip of the fingers. */
const MAX_COPIES = 8

export type PastedText =
  | { readonly kind: 'code'; readonly code: string }
  /** Longer than LIMITS.codeBytes once cleaned. */
  | { readonly kind: 'oversized' }
  /** Letters that no code holds stand in it, or further letters follow its end without a gap. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'several' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'none' }

/** The text without its gaps, and where in it they were. */
interface Cleaned {
  readonly text: string
  readonly gaps: ReadonlySet<number>
}

/**
 * Finds the code in what a person pasted. White space, line breaks, quotation marks of mail, quotes, backticks, a label
 * in front, a sentence behind, a URL with the code in its fragment and the same code pasted twice do no harm.
 */
export function findPastedCode(pasted: string): PastedText {
  const cleaned = clean(pasted)
  const [label = '', ...copies] = cleaned.text.split(CODE_PREFIX)
  if (copies.length === 0) return findOtherVersion(cleaned.text)
  if (copies.length > MAX_COPIES) return { kind: 'several' }
  let start = label.length
  const found = copies.map((copy) => {
    start += CODE_PREFIX.length
    const code = readCode(copy, (offset) => cleaned.gaps.has(start + offset))
    start += copy.length
    return code
  })
  const first = found[0] ?? { kind: 'none' }
  if (first.kind !== 'code') return first
  return found.every((other) => other.kind === 'code' && other.code === first.code) ? first : { kind: 'several' }
}

function clean(pasted: string): Cleaned {
  const gaps = new Set<number>()
  let removed = 0
  const text = pasted.replaceAll(GAP, (gap, offset: number) => {
    gaps.add(offset - removed)
    removed += gap.length
    return ''
  })
  return { text, gaps }
}

function findOtherVersion(text: string): PastedText {
  const version = OTHER_VERSION.exec(text)?.[1]
  return version === undefined ? { kind: 'none' } : { kind: 'newer', version: Number(version) }
}

/** `copy`: what follows the prefix. Ends with the full signature, or earlier where something stands that no code holds. */
function readCode(copy: string, isGap: (offset: number) => boolean): PastedText {
  const [header = '', payload = '', signature = ''] = copy.split('.', 3).map(leadingCodeCharacters)
  const parts = [header]
  if (copy.startsWith('.', header.length)) parts.push(payload)
  const signatureStart = header.length + payload.length + 2
  if (parts.length === 2 && copy.startsWith('.', signatureStart - 1))
    parts.push(signature.slice(0, SIGNATURE_CHARACTERS))
  const body = parts.join('.')
  if (CODE_PREFIX.length + body.length > LIMITS.codeBytes) return { kind: 'oversized' }
  const rest = copy.slice(body.length)
  const isFollowed = !isGap(body.length) && !(rest.startsWith('.') && isGap(body.length + 1))
  const follower = parts[2]?.length === SIGNATURE_CHARACTERS ? /^(?:\.?[A-Za-z0-9_-]|[+/=])/u : /^[+/=]/u
  if (isFollowed && follower.test(rest)) return { kind: 'foreign' }
  return { kind: 'code', code: CODE_PREFIX + body }
}

const leadingCodeCharacters = (text: string): string => CODE_CHARACTERS.exec(text)?.[0] ?? ''
