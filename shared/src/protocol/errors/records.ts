import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** Why a record cannot be read or written. */
export const RECORD_ERRORS = {
  /** The table or field was never allowed, or is not allowed any more. */
  access_missing: entry(
    403,
    false,
    'local-admin',
    'Sync access does not allow this table or field',
    'Allow what is named under Sync access, or take it out of the script.',
  ),
  /** A name that the table does not have, or what holds secrets or rights. */
  access_invalid: entry(
    422,
    false,
    'local-admin',
    'Sync access cannot open what is named',
    'Take it out, or correct its name. Nothing was changed.',
  ),
  /** A business rule, an ACL or a data policy of the instance. */
  refused_by_instance: entry(
    422,
    false,
    'local-admin',
    'The instance refuses to write this record',
    'Read the rule, ACL or data policy that is named.',
  ),
  /** A field that is not there, a script, an operator that compares with the time before, or a part that the platform would drop. */
  query_invalid: entry(
    422,
    false,
    'local-admin',
    'The condition of the trigger cannot be used',
    'Correct the part that is named. An invalid condition would match every record, so it matches none.',
  ),
  /** It was never made, or is inactive or locked out. */
  sync_user_missing: entry(
    409,
    true,
    'local-admin',
    'The instance has no sync user',
    'Make it in Set-up. Nothing was lost: what waits is written then.',
  ),
  /** Somebody deleted it. */
  record_gone: entry(
    410,
    false,
    'local-admin',
    'The record no longer exists',
    'Unlink the pair, or connect it to another record.',
  ),
  /** A rule or a job of the instance writes the record again and again. */
  version_contended: entry(
    409,
    true,
    'nobody',
    'The record was changed by others while it was written',
    'It is tried again by itself.',
  ),
  /** It was never offered to this connection, was removed meanwhile, has been taken already, or its own instance could not send it for twenty minutes. */
  file_unknown: entry(
    404,
    false,
    'nobody',
    'There is no such file to be fetched',
    'Nothing has to be done: the next message says which files there are.',
  ),
  /** A type that the instance refuses, or a file that was removed meanwhile. */
  file_failed: entry(
    502,
    true,
    'local-admin',
    'A file could not be brought over',
    'Everything else arrived. Retry the file, or look at its size and type.',
  ),
} as const satisfies Record<string, ErrorEntry>
