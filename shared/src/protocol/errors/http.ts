import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** What is wrong with the HTTP request itself. */
export const HTTP_ERRORS = {
  /** A wrong path, or a proxy that changes it. */
  not_found: entry(404, false, 'vendor', 'There is nothing at this address', 'Check the path.'),
  /** A wrong method. */
  method_not_allowed: entry(405, false, 'vendor', 'This method is not allowed here', 'Check the method.'),
  /** More than 64 KiB. */
  payload_too_large: entry(413, false, 'vendor', 'The request is too large', 'Send at most 64 KiB.'),
  /** Not JSON. */
  unsupported_media_type: entry(415, false, 'vendor', 'The content type is not supported', 'Send application/json.'),
  /** A defect, a full disk or a lost database. */
  internal: entry(
    500,
    true,
    'operator',
    'Something broke inside the node',
    'Try again; the operator finds the request id in the log.',
  ),
} as const satisfies Record<string, ErrorEntry>
