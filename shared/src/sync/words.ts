/** What a message is about: the record's state, a first state for an existing record, the record's end, the pair's end. */
export const MESSAGE_KINDS = ['state', 'link', 'delete', 'unlink'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What became of a message at its receiver. All but `quarantined` are final. */
export const OUTCOMES = ['applied', 'stopped', 'skipped', 'quarantined', 'gone', 'unlinked'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** All that the sender hears of why its message is in quarantine: whose turn it is, and nothing of the receiver's rules. */
export const QUARANTINE_CLASSES = ['rules', 'data', 'permission', 'size', 'gone'] as const
export type QuarantineClass = (typeof QUARANTINE_CLASSES)[number]

/** Why a receiver does not take a message, PROTOCOL.md §11.6. */
export const MESSAGE_REFUSALS = [
  'malformed',
  'proof_invalid',
  'too_large',
  'unsupported',
  'loop',
  'gap',
  'epoch_behind',
  'retry_later',
] as const
export type MessageRefusal = (typeof MESSAGE_REFUSALS)[number]
