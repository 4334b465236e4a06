import { CODE_PREFIX, searchPaste } from '@accord/shared/protocol'

import { readJws, verifyJwsOnce, type JwsFault, type JwsText } from '../../jws/compact-jws.ts'
import { damageOf, isHeaderOurs, isLegible, spoilt, type Damage } from './damage.ts'
import { readCopies, SIGNATURE_CHARACTERS, type Copy } from './read-copies.ts'

/** A hostile text can not ask for more signature checks than this. */
const MAX_CHECKS = 16
/** Texts that are looked at again when no code of ours was found. */
const KEPT_TEXTS = 200
/** A shorter copy was abbreviated on purpose, or is the prefix alone. */
const REMNANT_CHARACTERS = 40

export interface SignedCode {
  readonly code: string
  readonly jws: JwsText
}

/** What a text holds that is no single valid code. */
export type Found =
  | ({ readonly kind: 'code' } & SignedCode)
  /** Two codes, of which at least one is valid. */
  | { readonly kind: 'several' }
  | { readonly kind: 'oversized' }
  | { readonly kind: 'fault'; readonly fault: JwsFault }
  /** `member`: of the header, where that is what was damaged. */
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly member?: string }
  | { readonly kind: 'newer'; readonly version: number }
  /** `texts`: the pasted one and what could be unwrapped of it. */
  | { readonly kind: 'none'; readonly texts: readonly string[] }

interface Findings {
  readonly valid: Map<string, JwsText>
  readonly verified: Set<string>
  checks: number
  readonly texts: string[]
  worthiest: { readonly copy: Copy; readonly rank: number; readonly fault: JwsFault | undefined } | undefined
  version: number | undefined
  /** Most copies that were seen in one text. */
  copies: number
  /** Found alone in a text, with how many copies that text shows. */
  alone: (SignedCode & { readonly copies: number }) | undefined
}

/**
 * Finds the one code in a pasted text, under whatever it was wrapped into (PROTOCOL.md §3.3): each text that may lie behind
 * it is read, and a signature that fits ends the search once it is known that no second code hides in another wrapping. Without one, the copy that came nearest says what is wrong.
 */
export async function findCode(pasted: string, typ: string): Promise<Found> {
  const findings = nothingYet()
  const search = searchPaste(pasted)
  for (let text = search.next(); text !== undefined; text = search.next()) {
    if (findings.texts.length < KEPT_TEXTS) findings.texts.push(text)
    const { copies, versions } = readCopies(text)
    findings.version ??= versions[0]
    for (const copy of copies) await verifyCopy(copy, typ, findings)
    noteAlone(copies, findings)
    if (isSettled(findings) && search.isUnwrapped()) break
  }
  return conclude(findings)
}

const nothingYet = (): Findings => ({
  valid: new Map(),
  verified: new Set(),
  checks: 0,
  texts: [],
  worthiest: undefined,
  version: undefined,
  copies: 0,
  alone: undefined,
})

async function verifyCopy(copy: Copy, typ: string, findings: Findings): Promise<void> {
  const { valid, verified } = findings
  for (const body of bodiesOf(copy)) {
    if (copy.end === 'oversized' || copy.end === 'followed') continue
    if (verified.has(body)) continue
    verified.add(body)
    const read = readJws(body, typ, 'jwk')
    if ('fault' in read) remember(copy, read.fault, findings)
    else if ((findings.checks += 1) <= MAX_CHECKS && (await isSigned(read.jws))) valid.set(CODE_PREFIX + body, read.jws)
    else remember(copy, undefined, findings)
  }
  if (copy.end !== 'whole') remember(copy, undefined, findings)
}

const isSigned = async (jws: JwsText): Promise<boolean> =>
  jws.header.jwk !== undefined && (await verifyJwsOnce(jws, jws.header.jwk))

/** The copy as it stands, and where one of its dots got lost, with that dot. */
function bodiesOf(copy: Copy): string[] {
  const [first = '', second = ''] = copy.parts
  if (copy.end === 'changed' || copy.parts.length !== 2 || second.length < SIGNATURE_CHARACTERS) return [copy.body]
  const payloadAt = first.indexOf('eyJ', 3)
  if (second.length === SIGNATURE_CHARACTERS && payloadAt > 0)
    return withDot(copy.body, first.slice(0, payloadAt), `${first.slice(payloadAt)}.${second}`)
  const signature = second.slice(-SIGNATURE_CHARACTERS)
  return withDot(copy.body, second.slice(0, -SIGNATURE_CHARACTERS), signature, `${first}.`)
}

/** A dot that became another letter is not lost: its letter stands behind the last brace, and there is no signature to check. */
const withDot = (body: string, before: string, behind: string, front = ''): string[] =>
  Buffer.from(before, 'base64url').at(-1) === CLOSING_BRACE ? [body, `${front}${before}.${behind}`] : [body]

const CLOSING_BRACE = 0x7d

/** The copy that came nearest to a valid code, of all texts so far. */
function remember(copy: Copy, fault: JwsFault | undefined, findings: Findings): void {
  const rank = rankOf(copy, fault)
  const { worthiest } = findings
  const isLonger = worthiest && rank === worthiest.rank && copy.body.length > worthiest.copy.body.length
  if (!worthiest || rank > worthiest.rank || isLonger) findings.worthiest = { copy, rank, fault }
}

/** Nearer where the header is in order and the payload legible, so that the text was unwrapped in the right way. */
function rankOf(copy: Copy, fault: JwsFault | undefined): number {
  const [header = '', payload = ''] = copy.parts
  const inOrder = isHeaderOurs(header) ? 0.5 : 0
  return stepOf(copy, fault) + inOrder - (copy.end === 'whole' ? Math.min(spoilt(payload), 400) / 1000 : 0)
}

function stepOf({ end, isCutOff, parts, words }: Copy, fault: JwsFault | undefined): number {
  if (end === 'whole') return fault === undefined ? 6 : fault.kind === 'header' || fault.kind === 'crit' ? 5 : 4
  // A piece in good order tells more than one behind which a mark of its wrapping, or what some unwrapping spoilt, stands.
  if (end === 'early' && isCutOff && isHeaderOurs(parts[0] ?? '') && spoilt(ownPayload(parts, words)) === 0) return 2.2
  // A dot that some unwrapping made up ends a payload anywhere, and 86 letters behind it are no signature.
  if (end === 'followed' && !isLegible(parts[1] ?? '')) return 2.1
  // A whole signature far behind the letter that no code holds leaves no doubt; a few letters behind one may be of its wrapping.
  if (end === 'changed' && parts.length < 3) return 2.4
  return { followed: 3, changed: 2, oversized: 1, early: 0 }[end]
}

/** The words behind a payload that was cut off are none of it. */
const ownPayload = ([, payload = '', signature]: readonly string[], words: string): string =>
  signature === undefined ? payload.slice(0, payload.length - words.length) : payload

function noteAlone(copies: readonly Copy[], findings: Findings): void {
  findings.copies = Math.max(findings.copies, copies.length)
  const [only] = findings.valid
  if (!only || findings.valid.size > 1 || (findings.alone?.copies ?? 0) >= copies.length) return
  const [code, jws] = only
  const isHere = copies.some((copy) => bodiesOf(copy).includes(code.slice(CODE_PREFIX.length)))
  const isAlone = copies.every((copy) => bodiesOf(copy).some((body) => isRestOf(body, copy, code)))
  if (isHere && isAlone) findings.alone = { code, jws, copies: copies.length }
}

/** Not while another text could still tell more. */
const isSettled = ({ valid, alone, copies }: Findings): boolean => valid.size > 1 || alone?.copies === copies

/** The code itself, or a piece that is no other one: cut off for show, or the prefix alone in a sentence. */
function isRestOf(body: string, { end, isCutOff, words }: Copy, code: string): boolean {
  const own = code.slice(CODE_PREFIX.length)
  if (body === own) return end !== 'followed'
  const piece = body.slice(0, body.length - words.length).replace(/\.$/u, '')
  return isCutOff && (piece.length < REMNANT_CHARACTERS || own.startsWith(piece))
}

function conclude({ valid, alone, worthiest, version, texts }: Findings): Found {
  if (alone && valid.size === 1) return { kind: 'code', code: alone.code, jws: alone.jws }
  if (valid.size > 0) return { kind: 'several' }
  if (!worthiest) return version === undefined ? { kind: 'none', texts } : { kind: 'newer', version }
  const { copy, fault } = worthiest
  if (copy.end === 'oversized') return { kind: 'oversized' }
  if (fault?.kind === 'header' && isHeaderOurs(copy.parts[0] ?? ''))
    return { kind: 'damaged', damage: 'changed', member: fault.member }
  if (fault?.kind === 'crit' || fault?.kind === 'header') return { kind: 'fault', fault }
  return { kind: 'damaged', damage: damageOf(copy, copy.end === 'whole' && fault === undefined) }
}
