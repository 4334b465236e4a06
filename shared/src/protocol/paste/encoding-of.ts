export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be'

/** A text in Latin letters has a zero in every other byte of UTF-16; looked for in the first bytes only. */
const LOOKED_AT = 512

/** How the bytes of a text file are to be decoded: by its mark where it has one (PowerShell's `>` writes UTF-16), else by its zeros. */
export function encodingOf(bytes: ArrayLike<number>): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, LOOKED_AT) / 2)
  let high = 0
  let low = 0
  for (let at = 0; at < pairs; at += 1) {
    if (bytes[2 * at] === 0) high += 1
    if (bytes[2 * at + 1] === 0) low += 1
  }
  if (pairs > 1 && low > pairs * 0.7 && high < pairs * 0.3) return 'utf-16le'
  return pairs > 1 && high > pairs * 0.7 && low < pairs * 0.3 ? 'utf-16be' : 'utf-8'
}
