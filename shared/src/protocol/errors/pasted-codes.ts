import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** What a person pasted as an invitation code. */
export const PASTED_CODE_ERRORS = {
  /** Something else was pasted. */
  code_malformed: entry(
    400,
    false,
    'local-admin',
    'This is not an Accord invitation code',
    'Copy the whole code again; it begins with accord1_.',
  ),
  /** A mail or chat program cut the code. */
  code_truncated: entry(
    400,
    false,
    'local-admin',
    'The invitation code is incomplete',
    'A part of the code is missing, usually its end. Copy it again with the Copy button at the other side.',
  ),
  /** The code was changed on its way. */
  code_signature_invalid: entry(
    400,
    false,
    'source-admin',
    'The signature of the invitation code does not fit',
    'The code was changed on its way. Ask the other side for a new one over a channel you trust.',
  ),
  /** The other side uses Exalate. */
  code_other_product: entry(
    422,
    false,
    'source-admin',
    'This is a code of another product',
    'Only an Exalate node can redeem it. Ask the other side to initiate the connection with Accord.',
  ),
  /** The code was pasted where it was made. */
  own_invitation: entry(
    409,
    false,
    'local-admin',
    'This invitation was issued by this node',
    'Send the code to the other company; it is accepted there.',
  ),
  /** The URL leads to another node, or the other node lost its database. */
  identity_mismatch: entry(
    409,
    false,
    'source-admin',
    'The node at that address does not hold the key that signed the code',
    'Compare the key fingerprint with the other admin by phone before you go on.',
  ),
} as const satisfies Record<string, ErrorEntry>
