/**
 * The encodings of Ed25519's points of small order, canonical and not, with the sign bit masked. A signature by such a
 * "key" fits many messages, and not every OpenSSL refuses it. Little-endian hexadecimal.
 */
const SMALL_ORDER = new Set([
  `${'00'.repeat(32)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
])

/** `x`: the public point as base64url. */
export function isWeakPoint(x: string): boolean {
  const point = Buffer.from(x, 'base64url')
  if (point.length !== 32) return true
  point[31] = (point[31] ?? 0) & 0x7f
  return SMALL_ORDER.has(point.toString('hex'))
}
