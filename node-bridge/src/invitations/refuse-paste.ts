import { LIMITS, withoutGaps } from '@accord/shared/protocol'

import type { JwsFault } from '../jws/compact-jws.ts'
import type { Damage } from './pasted/damage.ts'
import type { Found } from './pasted/find-code.ts'
import { SIGNATURE_CHARACTERS } from './pasted/read-copies.ts'
import { Refusal } from '../refusals/refusal.ts'
import { recogniseOtherProduct } from './other-product-code.ts'

type NoCode = Exclude<Found, { kind: 'code' }>

/** Why a paste is no code. The fact `paste` names the reason, so that a page can say it in the reader's language. */
export function refuseFound(found: NoCode): Refusal {
  switch (found.kind) {
    case 'several':
      return malformed('several', 'The text holds two different codes. Paste the newer one alone.')
    case 'oversized':
      return malformed('oversized', `A code has at most ${LIMITS.codeBytes} characters; this one is longer.`)
    case 'newer':
      return new Refusal('code_malformed', 'The code was made for another version of Accord. Upgrade the older node.', {
        facts: { codeVersion: found.version },
      })
    case 'fault':
      return refuseFault(found.fault)
    case 'damaged':
      return DAMAGES[found.damage](found.member)
    case 'none':
      return refuseUnprefixed(found.texts)
  }
}

const malformed = (paste: string, detail: string, member?: string) =>
  new Refusal('code_malformed', detail, { facts: { paste, ...(member === undefined ? {} : { header: member }) } })
const truncated = (paste: string, detail: string) => new Refusal('code_truncated', detail, { facts: { paste } })

const DAMAGES: Readonly<Record<Damage, (member?: string) => Refusal>> = {
  end: () => truncated('end', 'The end of the code is missing. Copy it again with the Copy button at the other side.'),
  middle: () =>
    truncated('middle', 'Letters are missing inside the code. Copy it again, or have it sent as a text file.'),
  changed: (member) =>
    malformed(
      'changed',
      'Letters inside the code were changed, added or lost on its way. Copy it again, or have it sent as a text file.',
      member,
    ),
  unsigned: () => new Refusal('code_signature_invalid'),
  content: () => new Refusal('code_malformed', 'The content of the code is not that of an invitation.'),
}

function refuseFault(fault: JwsFault): Refusal {
  if (fault.kind === 'crit')
    return new Refusal('code_malformed', `The code asks for ${nameFirst(fault.names)}. Upgrade this node.`, {
      facts: { mustUnderstand: fault.names },
    })
  return new Refusal('code_malformed', 'The header of the code is not one of an invitation.', {
    facts: fault.kind === 'header' ? { header: fault.member } : {},
  })
}

/** The name comes from a stranger and stands in a sentence: letters of a plain name only. */
const nameFirst = ([name]: readonly string[]): string =>
  name !== undefined && /^[\w.-]+$/u.test(name)
    ? `“${name}”, which this node does not know`
    : 'what this node does not know'

/** Mail gateways that replace a link by one of their own, so that the original is known to the gateway alone. */
const HIDING_GATEWAY = /https:\/\/(?:[\w-]+\.){1,6}(?:mimecast|mimecastprotect)\.com\/s\//iu

function refuseUnprefixed(texts: readonly string[]): Refusal {
  if (texts.some(isWithoutBeginning))
    return truncated('beginning', 'The beginning of the code is missing: it starts with accord1_. Copy it again.')
  for (const text of texts) {
    const other = recogniseOtherProduct(text) ?? recogniseOtherProduct(withoutGaps(text))
    if (other) return other
  }
  if (texts.some((text) => HIDING_GATEWAY.test(text)))
    return malformed(
      'hidden',
      'A mail gateway has put its own link in the place of the code. Ask for the code as text.',
    )
  return new Refusal('code_malformed', undefined, { facts: { paste: 'none' } })
}

const LETTERS_BEFORE = 40
const MAX_DOTS = 100

/** A dot with many letters before it and a signature behind it: a code whose beginning was not selected. */
function isWithoutBeginning(text: string): boolean {
  const signature = new RegExp(String.raw`\.[ \n]?(?:[\w-][ \n]?){${SIGNATURE_CHARACTERS}}(?![\w-])`, 'gu')
  let looked = 0
  for (const { index } of text.matchAll(signature)) {
    const before = text.slice(Math.max(0, index - 2 * LETTERS_BEFORE), index).replaceAll(/[ \n]/gu, '')
    if (/[\w-]{40}$/u.test(before)) return true
    if ((looked += 1) >= MAX_DOTS) return false
  }
  return false
}
