import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** The forward proxy through which this node goes out (`ACCORD_OUTBOUND_PROXY`), not the other side, is at fault. */
export const PROXY_ERRORS = {
  /** It is down, or the setting is wrong. */
  proxy_unreachable: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node cannot be reached',
    'The operator of this node checks ACCORD_OUTBOUND_PROXY, and whether the proxy runs.',
  ),
  /** It answered 407. */
  proxy_unauthorized: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node does not take its user and password',
    'The operator of this node corrects the credentials in ACCORD_OUTBOUND_PROXY.',
  ),
  /** It answered 403: a filter, or a port that CONNECT may not use. */
  proxy_forbidden: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node forbids this address',
    'The operator of this node has the address allowed at the proxy, or lists it in ACCORD_NO_PROXY if it can be reached directly.',
  ),
  /** It answered 502, 503 or another status. */
  proxy_failed: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node found no way to the other side',
    'Check the spelling of the URL and whether the other side runs; the log of the proxy says which of its steps failed.',
  ),
} as const satisfies Record<string, ErrorEntry>
