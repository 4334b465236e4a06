import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** What a licence that ended or does not fit stops; what exists goes on in each case. */
export const LICENCE_ERRORS = {
  /** The evaluation of 30 days, or the licence, is over. */
  licence_ended: entry(
    402,
    false,
    'local-admin',
    'The licence has ended',
    'Existing connections go on. To create new ones, install a licence of the vendor in General Settings.',
  ),
  /** As many connections stand as the licence names. */
  licence_limit: entry(
    402,
    false,
    'local-admin',
    'The licence allows no further connection',
    'Delete a connection that is no longer needed, or install a licence for more of them in General Settings.',
  ),
  /** Something else was pasted, or a part is missing. */
  licence_malformed: entry(
    400,
    false,
    'local-admin',
    'This is not an Accord licence',
    'Copy the whole text that the vendor has sent, from its first to its last character.',
  ),
  /** Another vendor's key, a changed text, or an older release of the node. */
  licence_forged: entry(
    422,
    false,
    'vendor',
    'The licence was not signed by the vendor of this release',
    'Ask the vendor for a licence for this release. What was installed before still counts.',
  ),
  /** It is bound to another instance UID. */
  licence_foreign: entry(
    422,
    false,
    'vendor',
    'The licence was issued for another node',
    'Tell the vendor the instance UID of this node, shown in General Settings. What was installed before still counts.',
  ),
  /** It was installed too late, or the node's clock is ahead. */
  licence_expired: entry(
    410,
    false,
    'vendor',
    'The licence that you install has expired',
    'Ask the vendor for a new one. What was installed before still counts.',
  ),
} as const satisfies Record<string, ErrorEntry>
