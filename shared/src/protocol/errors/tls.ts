import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/**
 * Why a secure connection fails. Each cause has another person who can remedy it, so each has a name. `tls_failed` is what is
 * left, such as a server that asks for a certificate of the caller.
 */
export const TLS_ERRORS = {
  /** Nobody renewed it. */
  tls_expired: entry(
    502,
    false,
    'operator',
    'The certificate at this address has expired',
    'The operator of the other side renews the certificate of its node or proxy.',
  ),
  /** This host's clock is behind, or the certificate was made for later. */
  tls_not_yet_valid: entry(
    502,
    false,
    'operator',
    'The certificate at this address is not valid yet',
    'The operator of this node compares its clock; if it is right, the operator of the other side replaces the certificate.',
  ),
  /** The URL has another host name than the certificate, or an address in its place. */
  tls_other_name: entry(
    502,
    false,
    'local-admin',
    'The certificate at this address was issued for another name',
    'Check the host name of the URL. If it is right, the operator of the other side gets a certificate for this name.',
  ),
  /** A certificate made by hand. */
  tls_self_signed: entry(
    502,
    false,
    'operator',
    'The certificate at this address was signed by nobody but itself',
    'The operator of the other side gets a certificate of an authority. Between your own machines, the operator of this node can trust it by NODE_EXTRA_CA_CERTS and a restart.',
  ),
  /**
   * The intermediate certificate is not sent, or the authority is a company's own; also a proxy that opens TLS on its
   * way out.
   */
  tls_unknown_issuer: entry(
    502,
    false,
    'operator',
    'This node does not know who issued the certificate at this address',
    'The operator of the other side sends the whole chain with its intermediate certificates. For an authority of your own company, the operator of this node names its certificate in NODE_EXTRA_CA_CERTS and restarts the node.',
  ),
  /** A port of plain http, or another service. */
  tls_not_spoken: entry(
    502,
    false,
    'local-admin',
    'No TLS is spoken at this port',
    'Check the port of the URL. If it is right, the operator of the other side puts a proxy that ends TLS in front of it.',
  ),
  /** TLS 1.0 or 1.1 only. */
  tls_version: entry(
    502,
    false,
    'operator',
    'The server at this address speaks no TLS version that is still safe',
    'The operator of the other side allows TLS 1.2 or 1.3 at its node or proxy.',
  ),
  /** A client certificate is asked for, no common cipher, or a broken proxy. */
  tls_failed: entry(
    502,
    false,
    'operator',
    'The secure connection failed',
    'The operator of the other side looks into the TLS set-up of its node or proxy, for example whether it asks callers for a certificate.',
  ),
} as const satisfies Record<string, ErrorEntry>
