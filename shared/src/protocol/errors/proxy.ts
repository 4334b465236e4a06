import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** The forward proxy through which this node goes out (`ACCORD_OUTBOUND_PROXY`), not the other side, is at fault. */
export const PROXY_ERRORS = {
  proxy_unreachable: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node cannot be reached',
    'The operator of this node checks ACCORD_OUTBOUND_PROXY, and whether the proxy runs.',
  ),
  proxy_unauthorized: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node does not take its user and password',
    'The operator of this node corrects the credentials in ACCORD_OUTBOUND_PROXY.',
  ),
  proxy_forbidden: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node forbids this address',
    'The operator of this node has the address allowed at the proxy, or lists it in ACCORD_NO_PROXY if it can be reached directly.',
  ),
  proxy_failed: entry(
    502,
    true,
    'operator',
    'The outbound proxy of this node found no way to the other side',
    'Check the spelling of the URL and whether the other side runs; the log of the proxy says which of its steps failed.',
  ),
} as const satisfies Record<string, ErrorEntry>
