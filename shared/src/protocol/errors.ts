/**
 * Every refusal of the product, once (PROTOCOL.md §7). `status`: HTTP status. `retry`: the same call may succeed later.
 * `whoActs`: whose turn it is. `title`: what happened, in a few words. `mend`: what that person does next.
 */
export type WhoActs = 'local-admin' | 'source-admin' | 'destination-admin' | 'operator' | 'vendor' | 'nobody'

export interface ErrorEntry {
  readonly status: number
  readonly retry: boolean
  readonly whoActs: WhoActs
  readonly title: string
  readonly mend: string
}

const entry = (status: number, retry: boolean, whoActs: WhoActs, title: string, mend: string): ErrorEntry => ({
  status,
  retry,
  whoActs,
  title,
  mend,
})

export const ERROR_CODES = {
  // What a person pasted
  code_malformed: entry(
    400,
    false,
    'local-admin',
    'This is not an Accord invitation code',
    'Copy the whole code again; it begins with accord1_.',
  ),
  code_truncated: entry(
    400,
    false,
    'local-admin',
    'The invitation code is incomplete',
    'A part of the code is missing, usually its end. Copy it again with the Copy button at the other side.',
  ),
  code_signature_invalid: entry(
    400,
    false,
    'source-admin',
    'The signature of the invitation code does not fit',
    'The code was changed on its way. Ask the other side for a new one over a channel you trust.',
  ),
  code_other_product: entry(
    422,
    false,
    'source-admin',
    'This is a code of another product',
    'Only an Exalate node can redeem it. Ask the other side to initiate the connection with Accord.',
  ),
  own_invitation: entry(
    409,
    false,
    'local-admin',
    'This invitation was issued by this node',
    'Send the code to the other company; it is accepted there.',
  ),
  identity_mismatch: entry(
    409,
    false,
    'source-admin',
    'The node at that address does not hold the key that signed the code',
    'Compare the key fingerprint with the other admin by phone before you go on.',
  ),

  // What the source answers
  malformed: entry(
    400,
    false,
    'vendor',
    'The request does not have the expected form',
    'Check the fields that are named.',
  ),
  invitation_unknown: entry(
    404,
    false,
    'source-admin',
    'The source does not know this invitation',
    'Ask the other side for a new code.',
  ),
  invitation_expired: entry(
    410,
    false,
    'source-admin',
    'The invitation has expired',
    'Ask the other side for a new code.',
  ),
  invitation_revoked: entry(
    410,
    false,
    'source-admin',
    'The invitation was revoked',
    'Ask the other side for a new code.',
  ),
  wrong_recipient: entry(
    403,
    false,
    'source-admin',
    'The invitation is addressed to another instance',
    'Ask the other side to issue a code for this instance.',
  ),
  already_redeemed: entry(
    409,
    false,
    'source-admin',
    'The invitation was already used by someone else',
    'Tell the other admin now: somebody else holds this connection. Revoke it and issue a new code.',
  ),
  connection_gone: entry(
    410,
    false,
    'source-admin',
    'The other side has deleted this connection',
    'Ask the other side for a new invitation.',
  ),
  awaiting_approval: entry(
    503,
    true,
    'source-admin',
    'The other side has not approved the connection yet',
    'Nothing to do here: it becomes active by itself once the admin of the other side approves.',
  ),
  approval_rejected: entry(
    410,
    false,
    'source-admin',
    'The other side has rejected the connection',
    'Talk to the admin of the other side. To try again, ask for a new code.',
  ),
  approval_expired: entry(
    410,
    false,
    'source-admin',
    'Nobody at the other side approved the connection in time',
    'Ask the other side for a new code, and its admin to approve.',
  ),
  no_common_version: entry(
    422,
    false,
    'operator',
    'The two nodes have no protocol version in common',
    'Upgrade the node with the lower range.',
  ),
  clock_skew: entry(
    401,
    true,
    'operator',
    'The clocks of the two nodes differ too much',
    'Synchronise the clock of the node that is wrong.',
  ),
  proof_invalid: entry(
    401,
    false,
    'vendor',
    'The signature of the request is not valid',
    'Check that both nodes still hold their connection keys; re-key the connection otherwise.',
  ),
  request_replayed: entry(
    401,
    false,
    'nobody',
    'This signed request was already received',
    'Nothing to do: the first one was taken.',
  ),
  retry_later: entry(503, true, 'nobody', 'The node cannot answer at the moment', 'It is tried again by itself.'),
  too_many_requests: entry(
    429,
    true,
    'nobody',
    'Too many requests',
    'Wait for the time that is named, then try again.',
  ),

  // Reaching the other side
  url_refused: entry(
    422,
    false,
    'local-admin',
    'This address is not allowed',
    'Use an https address that is public, or ask the operator to list the private range.',
  ),
  name_unresolved: entry(502, true, 'local-admin', 'The host name cannot be found', 'Check the spelling of the URL.'),
  tls_failed: entry(
    502,
    false,
    'operator',
    'The secure connection failed',
    'The certificate of the other side is not valid for this name. Its operator must mend it.',
  ),
  connection_refused: entry(
    502,
    true,
    'operator',
    'The other side refuses connections',
    'Its node is probably not running. Ask its operator to start it.',
  ),
  timed_out: entry(
    504,
    true,
    'operator',
    'The other side does not answer in time',
    'Check the network between the nodes, then try again.',
  ),
  unreachable: entry(
    502,
    true,
    'operator',
    'The other side cannot be reached',
    'Check the network between the nodes, then try again.',
  ),
  not_accord: entry(
    422,
    false,
    'destination-admin',
    'No Accord was found at this address',
    'Install Accord there, or enter the URL of its node.',
  ),
  protocol_violation: entry(
    502,
    false,
    'vendor',
    'The other node gave an answer that breaks the protocol',
    'Send the details to support; nothing was changed here.',
  ),

  source_private: entry(
    422,
    false,
    'local-admin',
    'A node that cannot be reached from outside cannot invite',
    'Let the side that can be reached initiate the connection; the private side accepts its code.',
  ),
  both_sides_private: entry(
    422,
    false,
    'operator',
    'Neither of the two nodes can be reached from outside',
    'Make one of the two nodes reachable by https, and let that side initiate the connection.',
  ),

  // Creating a connection
  name_taken: entry(409, false, 'local-admin', 'A connection of this name exists already', 'Choose another name.'),
  mode_unsupported: entry(422, false, 'local-admin', 'This configuration mode is not available', 'Choose Script mode.'),
  connection_unknown: entry(
    404,
    false,
    'local-admin',
    'There is no such connection',
    'Go back to the list of connections.',
  ),
  state_conflict: entry(
    409,
    false,
    'local-admin',
    'The connection is not in a state that allows this',
    'Reload its state and decide again.',
  ),
  licence_ended: entry(
    402,
    false,
    'local-admin',
    'The licence has ended',
    'Existing connections go on. Enter a licence to create new ones.',
  ),

  // Callers
  unauthenticated: entry(
    401,
    false,
    'operator',
    'The caller did not prove who it is',
    'Pair the instance with the node again.',
  ),
  missing_role: entry(
    403,
    false,
    'local-admin',
    'Your user lacks the role for this',
    'Ask an administrator for the role x_accord_bridge.admin.',
  ),
  not_paired: entry(
    409,
    false,
    'local-admin',
    'The instance is not paired with a node',
    'Open Accord → Set-up and paste the pairing code that the node prints.',
  ),
  pairing_malformed: entry(
    400,
    false,
    'local-admin',
    'This is not a pairing code',
    'Copy the whole line that the node prints; it contains #pair=.',
  ),
  pairing_unknown: entry(
    404,
    false,
    'local-admin',
    'The node does not know this pairing code',
    'Ask the node for a new pairing code and paste it.',
  ),
  pairing_expired: entry(
    410,
    false,
    'local-admin',
    'The pairing code has expired',
    'Ask the node for a new pairing code and paste it.',
  ),
  pairing_used: entry(
    409,
    false,
    'operator',
    'The pairing code was already used',
    'If it was not you, revoke the pairing at the node. Ask the node for a new pairing code.',
  ),
  node_unreachable: entry(
    502,
    true,
    'operator',
    'The bridge node does not answer',
    'Start the node, then try again. Nothing was lost.',
  ),
  instance_unreachable: entry(
    502,
    true,
    'operator',
    'The instance does not answer its node',
    'It is tried again by itself until it answers.',
  ),

  // HTTP
  not_found: entry(404, false, 'vendor', 'There is nothing at this address', 'Check the path.'),
  method_not_allowed: entry(405, false, 'vendor', 'This method is not allowed here', 'Check the method.'),
  payload_too_large: entry(413, false, 'vendor', 'The request is too large', 'Send at most 64 KiB.'),
  unsupported_media_type: entry(415, false, 'vendor', 'The content type is not supported', 'Send application/json.'),
  internal: entry(
    500,
    true,
    'operator',
    'Something broke inside the node',
    'Try again; the operator finds the request id in the log.',
  ),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERROR_CODES

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERROR_CODES, code)
