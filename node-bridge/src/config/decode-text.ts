const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/** The text of a file as editors leave it: UTF-8, or what its byte-order mark names, without that mark. Undefined for bytes that are no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  try {
    return new TextDecoder(mark?.encoding ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
