import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** The little of DER (X.690) and X.509 (RFC 5280, RFC 8410) that makes a certificate with any fault a test wants. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]|\.\d+/gu, '')}`))
const named = (name: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))))
const ED25519 = sequence(oid('2b6570'))

const altName = (name: string): Buffer =>
  /^[\d.]+$/u.test(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))
const extension = (id: string, value: Uint8Array) => sequence(oid(id), der(0x04, value))

export interface Authority {
  readonly name: string
  readonly key: KeyObject
  readonly cert: string
}

export interface CertificateWish {
  readonly names: readonly string[]
  readonly isAuthority?: boolean
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** Itself when absent. */
  readonly issuer?: Authority
}

const DAY_MS = 86_400_000
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS)

/** A fresh Ed25519 key with its certificate, both PEM. */
export function makeCertificate(wish: CertificateWish): Authority & { readonly keyPem: string } {
  const { names, isAuthority = false, notBefore = daysFromNow(-1), notAfter = daysFromNow(30), issuer } = wish
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [name = ''] = names
  const basic = extension('551d13', isAuthority ? sequence(der(0x01, Buffer.from([0xff]))) : sequence())
  const extensions = sequence(basic, extension('551d11', sequence(...names.map(altName))))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ED25519,
    named(issuer?.name ?? name),
    sequence(time(notBefore), time(notAfter)),
    named(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, extensions),
  )
  const signature = sign(null, body, issuer?.key ?? privateKey)
  const text = sequence(body, ED25519, der(0x03, Buffer.from([0]), signature)).toString('base64')
  const cert = `-----BEGIN CERTIFICATE-----\n${(text.match(/.{1,64}/gu) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
  return { name, key: privateKey, keyPem: String(privateKey.export({ format: 'pem', type: 'pkcs8' })), cert }
}
