/** What people read in forms of the platform. The English text is the key of its translation, as on the platform. */
export const MESSAGES = {
  deactivated: 'Deactivated: the other side is informed. Only this side can activate it again.',
  activated: 'The pause of this side has ended; the other side is informed.',
  revoked: 'The invitation was revoked: its code opens nothing any more.',
  changedAtNode: 'A connection is changed at its node, never in this table. Use the Accord console.',
  logIsHistory: 'The handshake log cannot be changed: it shows what happened.',
  noTable: 'There is no table {0}.',
  closedTable: 'Accord never opens {0}: it holds rights, secrets or scripts.',
  mayNotLeave: '{0}: no fields that may leave of {1}.',
  mayNotBeWritten: '{0}: no fields that Accord may write of {1}.',
  noJournals: '{0}: no journals of {1}.',
  noWritableJournals: '{0}: no journals to write to of {1}.',
  listsTooLong: 'The lists of {0} are too long. Name fewer fields.',
} as const
