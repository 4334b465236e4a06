/** Bytes as `%XX`, decoded as UTF-8; where they are none, only those of plain ASCII are. */
export function decodeHexBytes(hex: readonly string[]): string {
  const only = hex.length === 1 ? parseInt(hex[0] || '', 16) : 128
  if (only < 128) return String.fromCharCode(only)
  const escaped = '%' + hex.join('%')
  try {
    return decodeURIComponent(escaped)
  } catch {
    return hex.map((pair) => (parseInt(pair, 16) < 128 ? String.fromCharCode(parseInt(pair, 16)) : '\ufffd')).join('')
  }
}

/** Bytes of one character in UTF-8, by its first. */
const lengthOf = (hex: string): number => {
  const byte = parseInt(hex, 16)
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
}

/** Decodes a run of escapes such as `%C3%A9`; a gap inside of a character comes behind it. */
export function decodeEscapes(run: string): string {
  if (run.length === 3) return decodeHexBytes([run.slice(1)])
  let decoded = ''
  let gap = ''
  let waiting: string[] = []
  for (const piece of run.match(/[ \n](?=[%=])|[0-9A-Fa-f][ \n]?[0-9A-Fa-f]/g) || []) {
    if (piece.length === 1) gap = piece
    else waiting.push(piece.charAt(0) + piece.slice(-1))
    if (waiting.length > 0 && waiting.length < lengthOf(waiting[0] || '')) continue
    decoded += (waiting.length > 0 ? decodeHexBytes(waiting) : '') + gap
    waiting = []
    gap = ''
  }
  return decoded + (waiting.length > 0 ? decodeHexBytes(waiting) : '') + gap
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 or base64url, one character for each byte. What is neither is passed over. */
export function decodeBase64Latin(text: string): string {
  let bits = 0
  let held = 0
  const bytes: string[] = []
  const plain = text.replace(/-/g, '+').replace(/_/g, '/')
  for (let at = 0; at < plain.length; at += 1) {
    const value = LETTERS.indexOf(plain.charAt(at))
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push(String.fromCharCode((bits >> held) & 0xff))
  }
  return bytes.join('')
}

/** What no text holds. */
// oxlint-disable-next-line no-control-regex -- they are looked for
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/

/** The text behind base64, or undefined where the bytes are none. */
export function decodeBase64Text(encoded: string): string | undefined {
  const bytes = decodeBase64Latin(encoded)
  try {
    const text = decodeURIComponent(
      bytes.replace(/[^]/g, (byte) => '%' + ('0' + byte.charCodeAt(0).toString(16)).slice(-2)),
    )
    return CONTROL.test(text) ? undefined : text
  } catch {
    return undefined
  }
}
