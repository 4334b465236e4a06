import { call, honest, missing } from '../host.ts'

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]

/** A text, or a Glide element that stands for one. */
export const decoded = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

export const escapeXml = (text: string): string =>
  ENTITIES.reduce((all, [raw, safe]) => all.replaceAll(raw, safe), text)

export const GlideStringUtil: object = Object.assign(Object.create(missing('GlideStringUtil')) as object, {
  escapeHTML: (text: unknown) => escapeXml(decoded(text)),
  unescapeHTML: (text: unknown) =>
    ENTITIES.toReversed().reduce((all, [raw, safe]) => all.replaceAll(safe, raw), decoded(text)),
  escapeQueryTermSeparator: (text: unknown) => decoded(text).replaceAll('^', '^^'),
  base64Encode: (text: unknown) => call<string>('text.base64Encode', { text: decoded(text) }),
  base64Decode: (text: unknown) => call<string>('text.base64Decode', { text: decoded(text) }),
  isEligibleSysID: (text: unknown) => /^[0-9a-f]{32}$/.test(decoded(text)),
  notNil: (text: unknown) => decoded(text) !== '',
  nil: (text: unknown) => decoded(text) === '',
  substring: (text: unknown, from: number, to?: number) => decoded(text).substring(from, to),
})

const digest = (algorithm: string, encoding: string, data: unknown) =>
  call<string>('crypto.digest', { algorithm, encoding, data: decoded(data) })

/** Digests of text, in hexadecimal digits or base64. */
export class GlideDigest {
  getMD5Hex(data: unknown): string {
    return digest('MD5', 'hex', data)
  }
  getMD5Base64(data: unknown): string {
    return digest('MD5', 'base64', data)
  }
  getSHA1Hex(data: unknown): string {
    return digest('SHA1', 'hex', data)
  }
  getSHA1Base64(data: unknown): string {
    return digest('SHA1', 'base64', data)
  }
  getSHA256Hex(data: unknown): string {
    return digest('SHA256', 'hex', data)
  }
  getSHA256Base64(data: unknown): string {
    return digest('SHA256', 'base64', data)
  }
  getSHA384Hex(data: unknown): string {
    return digest('SHA384', 'hex', data)
  }
  getSHA384Base64(data: unknown): string {
    return digest('SHA384', 'base64', data)
  }
  getSHA512Hex(data: unknown): string {
    return digest('SHA512', 'hex', data)
  }
  getSHA512Base64(data: unknown): string {
    return digest('SHA512', 'base64', data)
  }
}
honest('GlideDigest', GlideDigest)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const randomBelow = (below: number) => Number(call<string>('crypto.randomInt', { below: String(below) }))

export const GlideSecureRandomUtil: object = Object.assign(Object.create(missing('GlideSecureRandomUtil')) as object, {
  getSecureRandomString: (length: unknown) =>
    Array.from({ length: Number(length) }, () => ALPHABET[randomBelow(ALPHABET.length)]).join(''),
  getSecureRandomInt: () => randomBelow(2 ** 32) - 2 ** 31,
  getSecureRandomIntBound: (bound: unknown) => randomBelow(Number(bound)),
})

/** In scope this is the way to an HMAC: the key and the result are base64. */
export class CertificateEncryption {
  generateMac(keyBase64: unknown, algorithm: unknown, data: unknown): string {
    return call<string>('crypto.mac', {
      keyBase64: decoded(keyBase64),
      algorithm: decoded(algorithm),
      data: decoded(data),
    })
  }
}
honest('CertificateEncryption', CertificateEncryption)
