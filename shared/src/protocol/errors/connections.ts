import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** Creating and changing a connection. */
export const CONNECTION_ERRORS = {
  /** A connection that has not ended holds the name. */
  name_taken: entry(409, false, 'local-admin', 'A connection of this name exists already', 'Choose another name.'),
  /** Visual mode is not there, and an older node at the other side has no Basic mode either. */
  mode_unsupported: entry(
    422,
    false,
    'local-admin',
    'This configuration mode is not available',
    'Choose Script mode, which every node offers, or have the other side upgraded.',
  ),
  /** An old link. */
  connection_unknown: entry(
    404,
    false,
    'local-admin',
    'There is no such connection',
    'Go back to the list of connections.',
  ),
  /** Somebody else acted first. */
  state_conflict: entry(
    409,
    false,
    'local-admin',
    'The connection is not in a state that allows this',
    'Reload its state and decide again.',
  ),
} as const satisfies Record<string, ErrorEntry>
