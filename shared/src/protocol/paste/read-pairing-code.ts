import { withoutGaps } from './gaps.js'
import { searchPaste } from './search.js'
import { SECRET_CHARACTERS, secretLettersOf } from './secret-letters.js'

export interface PastedPairingCode {
  /** Without a slash at the end. */
  readonly nodeUrl: string
  readonly secret: string
}

const SECRET_MIN_CHARACTERS = 16
const MAX_CHARACTERS = 65_536

const FRAGMENT = /#[ \n]?p[ \n]?a[ \n]?i[ \n]?r[ \n]?=/gi
/** An address may be wrapped; the words before it end where its scheme begins. */
const ADDRESS = /h[ \n]?t[ \n]?t[ \n]?p[ \n]?(?:s[ \n]?)?:[ \n]?\/[ \n]?\/[^"'<>()[\]#?`]*$/i
const ADDRESS_MAX_CHARACTERS = 2100

/**
 * Reads `nodeUrl#pair=secret` out of what a person pasted: a mail, the box that the node prints, a shell's prompt. There is
 * no signature, so the shape decides: a secret of full length, and only without one the first that is shorter.
 */
export function readPairingCode(pasted: string): PastedPairingCode | undefined {
  if (pasted.length > MAX_CHARACTERS) return undefined
  const search = searchPaste(pasted)
  let shorter: PastedPairingCode | undefined
  for (let text = search.next(); text !== undefined; text = search.next()) {
    const found = findIn(text)
    if (found && found.secret.length === SECRET_CHARACTERS) return found
    shorter = shorter || found
  }
  return shorter
}

/** The first whole code; the same one may stand there twice. */
function findIn(text: string): PastedPairingCode | undefined {
  FRAGMENT.lastIndex = 0
  for (let mark = FRAGMENT.exec(text); mark; mark = FRAGMENT.exec(text)) {
    const before = text.slice(Math.max(0, mark.index - ADDRESS_MAX_CHARACTERS), mark.index)
    const nodeUrl = addressAtEndOf(before)
    const secret = secretAtStartOf(text.slice(mark.index + mark[0].length, mark.index + mark[0].length + 400))
    if (nodeUrl && secret) return { nodeUrl, secret }
  }
  return undefined
}

function addressAtEndOf(before: string): string | undefined {
  const address = ADDRESS.exec(before)
  if (!address) return undefined
  const whole = withoutGaps(address[0])
  const last = whole.toLowerCase().lastIndexOf('http')
  const nodeUrl = whole.slice(last).replace(/\/+$/, '')
  return /^https?:\/\/[^/]/i.test(nodeUrl) ? nodeUrl : undefined
}

/** The letters up to 32, also over a line end; shorter secrets of older nodes end at the first gap. */
function secretAtStartOf(text: string): string | undefined {
  const { whole, first } = secretLettersOf(text)
  if (whole) return whole
  return first.length >= SECRET_MIN_CHARACTERS && first.length <= 200 ? first : undefined
}
