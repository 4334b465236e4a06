import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** The bridge's own console: its users, their sessions and their links. */
export const CONSOLE_ERRORS = {
  /** A wrong name or password, or a user who is disabled or has no password yet. */
  sign_in_failed: entry(
    401,
    true,
    'local-admin',
    'Name or password do not fit',
    'Try again. If you have forgotten the password, ask the operator of the node for a new set-up link.',
  ),
  /** Somebody tries passwords, or one address stands for many people. */
  sign_in_throttled: entry(
    429,
    true,
    'local-admin',
    'Too many attempts to sign in',
    'Wait a little, then try again. A set-up link from the operator of the node works at once.',
  ),
  /** Used, older than 30 minutes, or a newer one was issued. */
  link_invalid: entry(
    410,
    false,
    'operator',
    'This set-up link works no more',
    'It works once, within 30 minutes. Ask the operator of the node for a new one: accord console reset NAME.',
  ),
  /** Short, one character repeated, or the name. */
  password_weak: entry(
    422,
    false,
    'local-admin',
    'This password is too easy to guess',
    'Take at least 12 characters that are not your name and not one character repeated, such as four words.',
  ),
  /**
   * It is in the lists that guessers begin with, also with capitals, look-alike letters, numbers or a year in it, or
   * holds the name of the user or of the product and little else.
   */
  password_common: entry(
    422,
    false,
    'local-admin',
    'This password is a common one, or nearly',
    'Common words with numbers, capitals or look-alike letters in them are tried first. Take four words that have nothing to do with each other.',
  ),
  /** Another site sent it, the page is older than its session, or the address is not `ACCORD_CONSOLE_URL`. */
  cross_site_refused: entry(
    403,
    false,
    'local-admin',
    'The request did not come from this page',
    'Open the console under its own address and load it afresh.',
  ),
  /** A mistyped name. */
  console_user_unknown: entry(
    404,
    false,
    'operator',
    'There is no such user of the console',
    'Run accord console list, which shows all.',
  ),
  /** The operator has disabled the user. */
  console_user_disabled: entry(
    409,
    false,
    'operator',
    'This user of the console is disabled',
    'Run accord console reset NAME, which enables the user again, with a new set-up link.',
  ),
  /** An admin in the console would disable, reset or demote the only one. */
  last_console_admin: entry(
    409,
    false,
    'local-admin',
    'Nobody else could sign in as admin',
    'Make another user admin first; once that user has set a password, try again.',
  ),
} as const satisfies Record<string, ErrorEntry>
