import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** Who calls: users, instances and their pairing. */
export const CALLER_ERRORS = {
  /** A wrong or missing token; a new pairing replaced this one. */
  unauthenticated: entry(
    401,
    false,
    'operator',
    'The caller did not prove who it is',
    'Pair the instance with the node again.',
  ),
  /** The user has no Accord role (`admin` of the scope under which it was installed). */
  missing_role: entry(
    403,
    false,
    'local-admin',
    'Your user lacks the role for this',
    'Ask an administrator for the role “admin” of Accord.',
  ),
  /** Set-up was not finished. */
  not_paired: entry(
    409,
    false,
    'local-admin',
    'The instance is not paired with a node',
    'Open Accord → Set-up and paste the pairing code that the node prints.',
  ),
  /** A clone holds the pairing of the instance that it was made from; or the instance has a new address (glide.servlet.uri). */
  instance_copied: entry(
    409,
    false,
    'local-admin',
    'This is a copy of the instance that was paired',
    'Pair it with a node of its own. If only its address has changed, pair it with the same node again.',
  ),
  /** A part of the line was copied. */
  pairing_malformed: entry(
    400,
    false,
    'local-admin',
    'This is not a pairing code',
    'Copy the whole line that the node prints; it contains #pair=.',
  ),
  /** A code of another node. */
  pairing_unknown: entry(
    404,
    false,
    'local-admin',
    'The node does not know this pairing code',
    'Ask the node for a new pairing code and paste it.',
  ),
  /** It is older than 30 minutes. */
  pairing_expired: entry(
    410,
    false,
    'local-admin',
    'The pairing code has expired',
    'Ask the node for a new pairing code and paste it.',
  ),
  /** The code was used with another token. */
  pairing_used: entry(
    409,
    false,
    'operator',
    'The pairing code was already used',
    'If it was not you, revoke the pairing at the node. Ask the node for a new pairing code.',
  ),
  /** The node is down, or the instance cannot reach its URL. */
  node_unreachable: entry(
    502,
    true,
    'operator',
    'The bridge node does not answer',
    'Start the node, then try again. Nothing was lost.',
  ),
  /** The instance sleeps, its URL changed, or it is private and not listed. */
  instance_unreachable: entry(
    502,
    true,
    'operator',
    'The instance does not answer its node',
    'It is tried again by itself until it answers.',
  ),
} as const satisfies Record<string, ErrorEntry>
