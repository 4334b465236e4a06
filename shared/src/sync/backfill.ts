/** Whether a backfill brings records in, rests since a person has said so, has come to its end, or was ended before that. */
export const BACKFILL_STATES = ['running', 'paused', 'done', 'ended'] as const
export type BackfillState = (typeof BACKFILL_STATES)[number]

/**
 * Why a backfill that runs does not go on now. `deactivated`: the connection rests. `trigger_off`: so does the trigger. `peer_unready`: the
 * other side has published no rules yet. `peer_away`: it does not answer. `peer_full`: it has asked to wait. `under_way`: what was begun
 * has to come through first. `held`: of what was begun, many wait for
 * a person, here or there: all others would, too. `changes_first`: what people change now is ahead of it. `tracker_rests`: our tracker is not called now, since it fails or has
 * asked for that. `budget`: half of what it may be asked is used up. `refused`: the tracker does not let these records be listed.
 * `unreachable`: it did not answer.
 */
export const BACKFILL_WAITS = [
  'deactivated',
  'trigger_off',
  'peer_unready',
  'peer_away',
  'peer_full',
  'under_way',
  'held',
  'changes_first',
  'tracker_rests',
  'budget',
  'refused',
  'unreachable',
] as const
export type BackfillWait = (typeof BACKFILL_WAITS)[number]

/** Records in a minute: what is sensible where nobody says, and what may be asked for. */
export const BACKFILL_RATE = { usual: 30, least: 1, most: 6000 } as const
