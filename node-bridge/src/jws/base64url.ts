const ALPHABET = /^[A-Za-z0-9_-]+$/

/**
 * Bytes of unpadded base64url, or undefined. Strict: text that decodes to the same bytes but is written otherwise
 * (padding, stray trailing bits, the other alphabet) is not accepted, so that one message has exactly one spelling.
 */
export function decodeBase64url(text: string): Buffer | undefined {
  if (!ALPHABET.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
