import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** What one node answers another in the handshake and in every later call. */
export const HANDSHAKE_ERRORS = {
  /** Releases that do not fit, or a caller that is no node. */
  malformed: entry(
    400,
    false,
    'vendor',
    'The request does not have the expected form',
    'Check the fields that are named.',
  ),
  /** Wrong node, or it was restored from an older backup. */
  invitation_unknown: entry(
    404,
    false,
    'source-admin',
    'The source does not know this invitation',
    'Ask the other side for a new code.',
  ),
  /** The code was not used in its time. */
  invitation_expired: entry(
    410,
    false,
    'source-admin',
    'The invitation has expired',
    'Ask the other side for a new code.',
  ),
  /** An admin revoked it or issued it again. */
  invitation_revoked: entry(
    410,
    false,
    'source-admin',
    'The invitation was revoked',
    'Ask the other side for a new code.',
  ),
  /** An older mail was taken after the code was issued again. */
  invitation_replaced: entry(
    410,
    false,
    'local-admin',
    'The invitation was replaced by a newer code',
    'Use the newer code. If it was accepted here already, there is nothing to do: its connection is in the list.',
  ),
  /** The code was bound to another instance. */
  wrong_recipient: entry(
    403,
    false,
    'source-admin',
    'The invitation is addressed to another instance',
    'Ask the other side to begin a new connection with the URL of this instance: a code that is only re-issued stays addressed as it was.',
  ),
  /** The node was set up anew after the code was issued, or somebody else redeems under its name. */
  wrong_recipient_key: entry(
    403,
    false,
    'source-admin',
    'The invitation is bound to another key of this instance',
    'Read this node’s key fingerprint to the other admin by phone. If this node was set up anew, the other side deletes the connection and begins a new one with the URL of this instance; its code is bound to the new key.',
  ),
  /** Its ACCORD_PUBLIC_URL is plain http, a private address or a name that leads to one. */
  address_refused: entry(
    422,
    false,
    'destination-admin',
    'The source must not call the address of the accepting node',
    'Give the accepting node a public https address (ACCORD_PUBLIC_URL), or let the operator of the source list its range (ACCORD_ALLOWED_PRIVATE_RANGES). A node that nobody can reach says so by ACCORD_POLL_ONLY=true.',
  ),
  /** Two people had the code, or it leaked. */
  already_redeemed: entry(
    409,
    false,
    'source-admin',
    'The invitation was already used by someone else',
    'Tell the other admin now: somebody else holds this connection. Revoke it and issue a new code.',
  ),
  /** Deleted at the other side. */
  connection_gone: entry(
    410,
    false,
    'source-admin',
    'The other side has deleted this connection',
    'Ask the other side for a new invitation.',
  ),
  /** Its admin asked to approve who redeems, and has not decided. */
  awaiting_approval: entry(
    503,
    true,
    'source-admin',
    'The other side has not approved the connection yet',
    'Nothing to do here: it becomes active by itself once the admin of the other side approves.',
  ),
  /** Its admin did not want who redeemed the code. */
  approval_rejected: entry(
    410,
    false,
    'source-admin',
    'The other side has rejected the connection',
    'Talk to the admin of the other side. To try again, ask for a new code.',
  ),
  /** Its admin did not look within seven days. */
  approval_expired: entry(
    410,
    false,
    'source-admin',
    'Nobody at the other side approved the connection in time',
    'Ask the other side for a new code, and its admin to approve.',
  ),
  /** One node is too old. */
  no_common_version: entry(
    422,
    false,
    'operator',
    'The two nodes have no protocol version in common',
    'Upgrade the node with the lower range.',
  ),
  /** No time synchronisation on one host. */
  clock_skew: entry(
    401,
    true,
    'operator',
    'The clocks of the two nodes differ too much',
    'Synchronise the clock of the node that is wrong.',
  ),
  /** A database was restored, or `ACCORD_PUBLIC_URL` is not the address that callers use. */
  proof_invalid: entry(
    401,
    false,
    'vendor',
    'The signature of the request is not valid',
    'Check that both nodes still hold their connection keys; re-key the connection otherwise.',
  ),
  /** A proxy or a network repeated the call. */
  request_replayed: entry(
    401,
    false,
    'nobody',
    'This signed request was already received',
    'Nothing to do: the first one was taken.',
  ),
  /** The node is starting, stopping or busy. */
  retry_later: entry(503, true, 'nobody', 'The node cannot answer at the moment', 'It is tried again by itself.'),
  /** Somebody, or a defect, rotates keys again and again. */
  rotated_too_often: entry(
    429,
    true,
    'nobody',
    'The key of this connection was replaced too often',
    'It can be replaced again, or sent again by itself, when the time that is named is over.',
  ),
  /** A flood, or all callers behind one proxy address (see TLS and proxy). */
  too_many_requests: entry(
    429,
    true,
    'nobody',
    'Too many requests',
    'Wait for the time that is named, then try again.',
  ),
} as const satisfies Record<string, ErrorEntry>
