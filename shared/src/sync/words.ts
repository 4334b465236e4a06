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

/** What becomes, or would become, of a line of a list of records to connect. */
export const CONNECT_OUTCOMES = ['would_link', 'linked', 'already', 'doubled', 'missing', 'refused'] as const
export type ConnectOutcome = (typeof CONNECT_OUTCOMES)[number]

/** Which entries of a record that are older than its pair travel, of those that the rules send. */
export const COMMENT_HISTORIES = ['none', 'visible', 'all'] as const
export type CommentHistory = (typeof COMMENT_HISTORIES)[number]

/** Where a pair stands, in one word for people. `held`: it waits for a person here; `held_there`: for one at the other side. */
export const ITEM_STATUSES = ['synced', 'sending', 'receiving', 'held', 'held_there', 'declined', 'ended'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

/** Why both sides compare the pairs of a connection anew: which side lost its memory, or one of them forgot some pairs unnoticed. */
export const COMPARISON_REASONS = ['restored_here', 'restored_there', 'forgotten'] as const
export type ComparisonReason = (typeof COMPARISON_REASONS)[number]

/**
 * `beginning`: pair by pair begins anew; `comparing`: what the other side has is compared, and nothing is overwritten; `waiting`: more
 * differs than goes on by itself; `going_on`: a person has agreed, or little differed.
 */
export const COMPARISON_STATES = ['beginning', 'comparing', 'waiting', 'going_on'] as const
export type ComparisonState = (typeof COMPARISON_STATES)[number]

/** What a list of pairs can be narrowed to. */
export const ITEM_FILTERS = ['all', 'synced', 'moving', 'held', 'ended'] as const
export type ItemFilter = (typeof ITEM_FILTERS)[number]

export const STATUSES_OF = {
  all: ITEM_STATUSES,
  synced: ['synced'],
  moving: ['sending', 'receiving'],
  held: ['held', 'held_there'],
  ended: ['declined', 'ended'],
} as const satisfies Record<ItemFilter, readonly ItemStatus[]>

/** What the queue of all connections can be narrowed to. `open`: whatever is not at rest. */
export const QUEUE_FILTERS = ['open', 'held', 'held_there', 'moving'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

export const QUEUED_AS = {
  open: ['sending', 'receiving', 'held', 'held_there'],
  held: ['held'],
  held_there: ['held_there'],
  moving: ['sending', 'receiving'],
} as const satisfies Record<QueueFilter, readonly ItemStatus[]>

/** A file of the other side on its way here. `waiting`: for its contents; `writing`: they are here, and the tracker takes them. */
export const ITEM_FILE_STATES = ['waiting', 'writing', 'failed'] as const
export type ItemFileState = (typeof ITEM_FILE_STATES)[number]

/** What brings a step of a pair about where no person does. `rules`: others were published. */
export const ITEM_CAUSES = ['notice', 'scan', 'backfill', 'drift', 'rules'] as const
export type ItemCause = (typeof ITEM_CAUSES)[number]

/** Every line that a history may have; the pages have words for each. */
export const ITEM_EVENTS = [
  'began',
  'changed',
  'sent',
  'arrived',
  'appliedThere',
  'stoppedThere',
  'skippedThere',
  'heldThere',
  'received',
  'planned',
  'applied',
  'kept',
  'overwritten',
  'stopped',
  'skipped',
  'held',
  'retried',
  'edited',
  'comparing',
  'deletedHere',
  'deletedThere',
  'unlinked',
] as const
export type ItemEventName = (typeof ITEM_EVENTS)[number]

/**
 * Words that rules could not translate. `value`: `map` has no line and no default, the pair waits; `otherwise`: its default was
 * taken; `choice`: the field has no such choice, the pair waits; `user`: nobody here has that address.
 */
export const UNMAPPED_KINDS = ['value', 'otherwise', 'choice', 'user'] as const
export type UnmappedKind = (typeof UNMAPPED_KINDS)[number]
