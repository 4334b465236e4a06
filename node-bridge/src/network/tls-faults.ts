import type { ErrorCode } from '@accord/shared/protocol'

/**
 * What Node.js and OpenSSL report of a secure connection that failed, as the catalogue names it. First match wins, so what
 * is left stands last. A chain that ends in a root which the server itself sent has an unknown issuer; only a certificate
 * that stands alone vouches for itself.
 */
export const TLS_FAULTS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^CERT_HAS_EXPIRED$/u, 'tls_expired'],
  [/^CERT_NOT_YET_VALID$/u, 'tls_not_yet_valid'],
  [/^(?:ERR_TLS_CERT_ALTNAME_\w+|HOSTNAME_MISMATCH)$/u, 'tls_other_name'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/u, 'tls_self_signed'],
  [
    /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT\w*|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/u,
    'tls_unknown_issuer',
  ],
  [/^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST)$/u, 'tls_not_spoken'],
  [/^ERR_SSL_(?:\w*PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW)$/u, 'tls_version'],
  [/^(?:CERT_|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO)/u, 'tls_failed'],
]

/** Where writing failed first, Node.js says `EPROTO` and leaves OpenSSL's reason in the message only. */
export function codeOfOpenSsl(message: string): string {
  const [, reason = ''] = /:SSL routines:\w*:([\w ]+):/u.exec(message) ?? []
  return `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`
}
