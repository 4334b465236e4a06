import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** Notices to people: why one did not get out. */
export const NOTICE_ERRORS = {
  /** User or password are wrong, or the mail server wants both and has none, or another way to sign in. */
  mail_login_refused: entry(
    502,
    true,
    'operator',
    'The mail server does not take user and password',
    'Correct ACCORD_SMTP_USER and ACCORD_SMTP_PASSWORD, and restart the node. Some providers want a password for applications.',
  ),
  /** The mail server does not offer STARTTLS, or something on the way takes the offer out. */
  mail_not_encrypted: entry(
    502,
    true,
    'operator',
    'The mail server does not offer an encrypted connection',
    'Use the port on which it does (587, or 465 with ACCORD_SMTP_TLS=tls). Nothing was sent in the clear.',
  ),
  /** An answer 4xx: it is busy, it greylists, a mailbox is full. */
  mail_deferred: entry(
    502,
    true,
    'nobody',
    'The mail server asks to be tried again later',
    'The node tries again by itself, for a day.',
  ),
  /** An answer 5xx: an address that does not exist, a sender that may not send, a policy. */
  mail_refused: entry(
    502,
    false,
    'operator',
    'The mail server refuses this mail for good',
    'The answer of the server stands beside it: correct the address, or ACCORD_MAIL_FROM, and send a test.',
  ),
  /** An answer that is no 2xx: its service is down, the path or the secret is another one. A redirect is not followed. */
  webhook_refused: entry(
    502,
    true,
    'operator',
    'The webhook did not take the notice',
    'The status stands beside it. The node tries again by itself, for a day; correct ACCORD_WEBHOOK_URL or the service, and send a test.',
  ),
  /** The answer 410. */
  webhook_gone: entry(
    502,
    false,
    'operator',
    'The webhook wants no notices any more',
    'Set another ACCORD_WEBHOOK_URL, or none, and restart the node.',
  ),
  /** A day has passed in which each attempt failed. */
  notice_given_up: entry(
    502,
    false,
    'operator',
    'The notice was given up: for a day no attempt succeeded',
    'Remedy what stands in the way and send a test. What is still open is reported again with the next hour in which it grows.',
  ),
  /** Another company's, or a private one. */
  mail_domain_refused: entry(
    422,
    false,
    'local-admin',
    'Mails go to the domains of the operator only',
    'Give an address of one of the domains that are listed. The operator of the node adds others by ACCORD_MAIL_TO.',
  ),
  /** Neither ACCORD_SMTP_HOST nor another way is set. */
  notices_not_set_up: entry(
    409,
    false,
    'operator',
    'This node has no way to send notices',
    'Set ACCORD_SMTP_HOST, ACCORD_MAIL_FROM and ACCORD_MAIL_TO, or ACCORD_WEBHOOK_URL, and restart the node.',
  ),
} as const satisfies Record<string, ErrorEntry>
