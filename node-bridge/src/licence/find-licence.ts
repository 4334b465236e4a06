import { searchPaste } from '@accord/shared/protocol'
import type { LicenceClaims, PublicJwk } from '@accord/shared/schemas'

import { readCopy } from '../invitations/pasted/read-copies.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { endOf, readLicenceToken } from './licence-token.ts'

export interface PastedLicence {
  readonly token: string
  readonly claims: LicenceClaims
}

/** A header in base64url begins so, and so does a payload. More of them in one text are no slip of the fingers. */
const BEGINNING = /e[ \n]?y[ \n]?J/gu
const MAX_BEGINNINGS = 16
/** A hostile text can not ask for more verifications than this. */
const MAX_VERIFIED = 32

/** From the least to the most that is known about the text. */
const REFUSALS: readonly string[] = ['licence_malformed', 'licence_forged', 'licence_foreign']

/**
 * Finds the licence in a pasted text as an invitation code is found (PROTOCOL.md §3.3): the vendor's signature tells which
 * of the texts behind it is the one that was sent. Of several licences in one text the one that lasts longest is taken.
 * Throws what `readLicenceToken` throws.
 */
export async function findLicence(
  pasted: string,
  vendorKeys: readonly PublicJwk[],
  instanceUid: string,
): Promise<PastedLicence> {
  const verified = new Set<string>()
  let refusal = new Refusal('licence_malformed')
  const search = searchPaste(pasted)
  for (let text = search.next(); text !== undefined; text = search.next()) {
    const found: PastedLicence[] = []
    for (const token of tokensIn(text)) {
      if (verified.has(token) || verified.size >= MAX_VERIFIED) continue
      verified.add(token)
      const read = await readLicenceToken(token, vendorKeys, instanceUid).catch(requireRefusal)
      if (!isRefusal(read)) found.push({ token, claims: read })
      else if (REFUSALS.indexOf(read.code) > REFUSALS.indexOf(refusal.code)) refusal = read
    }
    const [latest] = found.toSorted((one, other) => endOf(other.claims) - endOf(one.claims))
    if (latest) return latest
    if (refusal.code === 'licence_foreign') throw refusal
  }
  throw refusal
}

function requireRefusal(error: unknown): Refusal {
  if (isRefusal(error)) return error
  throw error
}

/** Whole tokens by their shape; what reads like one and is none costs no more than a look. */
function tokensIn(text: string): string[] {
  const starts = Array.from(text.matchAll(BEGINNING), ({ index }) => index).slice(0, MAX_BEGINNINGS)
  const copies = starts.map((start) => readCopy(text.slice(start)))
  return copies.flatMap(({ body, end }) => (end === 'whole' ? [body] : []))
}
