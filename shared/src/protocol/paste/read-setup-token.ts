import { searchPaste } from './search.js'
import { secretLettersOf } from './secret-letters.js'

/** A link with a long address, and what a mail makes of it. Strangers may ask for this search, so it is a small one. */
export const PASTED_LINK_MAX_CHARACTERS = 1000

const MARK = /t[ \n]?o[ \n]?k[ \n]?e[ \n]?n[ \n]?=/gi

/**
 * Reads the token out of a set-up link as it was pasted or opened: with words behind it, folded, rewritten. There is no
 * signature, so the shape decides: `token=` and 32 letters, or these letters alone.
 */
export function readSetupToken(pasted: string): string | undefined {
  if (pasted.length > PASTED_LINK_MAX_CHARACTERS) return undefined
  const search = searchPaste(pasted)
  for (let text = search.next(); text !== undefined; text = search.next()) {
    const alone = /^[ \n]?([A-Za-z0-9_-]{32})[ \n]?$/.exec(text)
    const token = (alone && alone[1]) || tokenBehindMark(text)
    if (token) return token
  }
  return undefined
}

function tokenBehindMark(text: string): string | undefined {
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const { whole } = secretLettersOf(text.slice(mark.index + mark[0].length))
    if (whole) return whole
  }
  return undefined
}
