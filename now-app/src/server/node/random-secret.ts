import { GlideSecureRandomUtil } from '@servicenow/glide'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SECRET_BYTES = 32

/** RFC 4648 §4. GlideStringUtil encodes text as UTF-8 first, which would change every byte above 127. */
export function base64Of(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const group = (a << 16) | (b << 8) | c
    const letters = Math.min(bytes.length - i, 3) + 1
    for (let letter = 0; letter < 4; letter++)
      text += letter < letters ? ALPHABET.charAt((group >> (18 - 6 * letter)) & 63) : '='
  }
  return text
}

/** 256 bits from the platform's secure generator, base64, 44 characters. */
export function randomSecret(): string {
  const bytes: number[] = []
  while (bytes.length < SECRET_BYTES) bytes.push(GlideSecureRandomUtil.getSecureRandomIntBound(256))
  return base64Of(bytes)
}
