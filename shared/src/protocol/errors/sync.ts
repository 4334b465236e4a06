import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'
import { RECORD_ERRORS } from './records.js'

/** Why a message between two records is not taken, PROTOCOL.md §11.6. */
const MESSAGE_ERRORS = {
  /** One of the two nodes was restored from a backup. */
  gap: entry(
    409,
    true,
    'nobody',
    'A message of this pair is missing before this one',
    'Both sides compare the two records anew by themselves.',
  ),
  /** The other node was restored, or has found a gap. */
  epoch_behind: entry(
    409,
    true,
    'nobody',
    'The message was made before the other side began this pair anew',
    'It is made anew by itself.',
  ),
  /** The other node is newer. */
  unsupported: entry(
    422,
    false,
    'operator',
    'The message is of a kind or a version that this node does not know',
    'Upgrade the older of the two nodes. Only this pair waits.',
  ),
  /** A text or a list of more than 256 KiB, a comment of more than 65,536 characters. */
  too_large: entry(
    413,
    false,
    'local-admin',
    'What should be sent is too large',
    'Send less of the path that is named, or shorten it in the outgoing script.',
  ),
  /** Three or more connections form a circle, or a row of more than five instances. */
  loop: entry(
    409,
    false,
    'local-admin',
    'The change has come through this instance before',
    'One of the connections must not send on what it received: narrow its trigger, or let its outgoing script stop, then unlink the pair.',
  ),
  /** Each side's rules undo what the other's write: more than 20 turns in 10 minutes. */
  ping_pong: entry(
    409,
    false,
    'local-admin',
    'The two sides keep changing the same fields in turn',
    'Make the rules of both sides agree on the paths that are named, then retry.',
  ),
  /** It is in a pair of this connection already, or nothing here says that this connection is about it. */
  link_refused: entry(
    409,
    false,
    'local-admin',
    'The record that is named cannot be connected',
    'Unlink the pair that it is in, or widen the condition here until it matches the record; then retry.',
  ),
  /** A node or an instance was restored, and more than one pair in a hundred differs: nothing is overwritten before a person agrees. */
  comparison_differs: entry(
    409,
    false,
    'local-admin',
    'The two records differ, and one side has lost its memory of them',
    'Look at what differs, then let the comparison go on for all, retry this pair alone, or skip it to keep what stands here.',
  ),
  /** More records of one connection were to be deleted here within an hour than this node does without a person (ACCORD_SYNC_DELETES_PER_HOUR). */
  many_deletes: entry(
    409,
    false,
    'local-admin',
    'The other side has deleted many records, and the rules would delete these here as well',
    'Ask the other side whether that was meant: an instance that was restored misses what is newer than its backup. Then retry this pair, or all of this cause; or skip it to keep the record.',
  ),
  /** Two people, or a person and a rule, at the same time. */
  conflict: entry(
    409,
    false,
    'nobody',
    'Both sides changed the same field',
    'The value of the source of the connection stands; the other one is in the history.',
  ),
} as const satisfies Record<string, ErrorEntry>

/** Why a script ended without a result. */
const SCRIPT_ERRORS = {
  /** A defect of the script, or a value that it did not expect. */
  script_threw: entry(422, false, 'local-admin', 'The script ended in an error', 'Correct the line that is named.'),
  /** More than half a second of work, or more than 50 look-ups. */
  script_timed_out: entry(
    422,
    false,
    'local-admin',
    'The script took too long',
    'Look for a loop without an end, or for too many look-ups.',
  ),
  /** More than 48 MB. */
  script_out_of_memory: entry(
    422,
    false,
    'local-admin',
    'The script needs too much memory',
    'Look for a list or a text that grows without an end.',
  ),
  /** A defect of the sandbox. */
  not_deterministic: entry(
    422,
    false,
    'vendor',
    'The script gave two results for the same record',
    'Send the script to support: a script cannot do this by itself.',
  ),
  /** A number in the place of a text, an address that is none, or values nested too deep. */
  replica_invalid: entry(
    422,
    false,
    'local-admin',
    'What the outgoing script made cannot be sent',
    'Give the path that is named a value of its kind.',
  ),
  /** An old link, or the connection of the pair was deleted. */
  sync_pair_unknown: entry(404, false, 'local-admin', 'There is no such sync pair', 'Go back to the list of pairs.'),
  /** The page has shown another connection, or the node was restored to a time before. */
  rules_version_unknown: entry(
    404,
    false,
    'local-admin',
    'There is no such version of the script',
    'Reload the page and choose one of the versions that are listed.',
  ),
  /** Two people write at the same time, or one in two windows. */
  draft_changed: entry(
    409,
    false,
    'local-admin',
    'Somebody else has changed this draft meanwhile',
    'Compare both texts on the page, and take theirs or keep yours. Nothing of either is lost before that.',
  ),
  /** The other side uses another word, or the choice was removed. */
  choice_unknown: entry(
    422,
    false,
    'local-admin',
    'The field has no such choice',
    'Map the word to one of the choices that are listed, or add the choice.',
  ),
  /** The other side has a word that the map does not know. */
  value_unmapped: entry(
    422,
    false,
    'local-admin',
    'No line of the map fits this word',
    'Add a line for the word that is named, or a default.',
  ),
  /** Two records of the same name. */
  lookup_ambiguous: entry(
    422,
    false,
    'local-admin',
    'More than one record fits the look-up',
    'Look it up by a field that is unique.',
  ),
  /** The incoming script writes an internal entry into a journal that customers see. */
  journal_widened: entry(
    422,
    false,
    'local-admin',
    'An internal entry would become visible',
    'Write it into the work notes, or publish the rules with the box that allows this.',
  ),
} as const satisfies Record<string, ErrorEntry>

export const SYNC_ERRORS = { ...MESSAGE_ERRORS, ...SCRIPT_ERRORS, ...RECORD_ERRORS } as const

export type SyncErrorCode = keyof typeof SYNC_ERRORS

export const isSyncErrorCode = (code: string): code is SyncErrorCode => code in SYNC_ERRORS
