import type { ConnectionState } from './states.js'

/** What a person looks for in a list. The order is that of a list by state. */
const GROUPS = ['trouble', 'waiting', 'active', 'paused', 'ended'] as const
export type StateGroup = (typeof GROUPS)[number]

interface Traits {
  /** What a person reads, in lists, forms and filters: each state has words of its own, so that one can be looked for. */
  readonly label: string
  /** Absent for what was deleted here: it is in no list. */
  readonly group?: StateGroup
  /** Something went wrong, which is more than that time ran out. */
  readonly broken?: true
  /** The connection holds its name. Of the others a few can come back by a re-issue or a retry. */
  readonly holdsName?: true
  /** Nobody has called with the connection's key yet, so there is nothing to say of the contact. */
  readonly beforeContact?: true
  /** The peer is called from time to time. A lost one too: it may have been away with another node in its place. */
  readonly contacted?: true
  /** At the source: the key that has spent the code is given the same grant again. */
  readonly granted?: true
  /** A caller with the connection's key learns that it is over. */
  readonly gone?: true
  /** This side has deleted it; nobody looks at it any more. */
  readonly deleted?: true
  /** It signs nothing any more. The peer's key stays, so that it can be informed of the end. */
  readonly keyless?: true
}

/** Everything that the state of a connection says beside what it may become, which the tables of transitions say. */
export const STATE_TRAITS = {
  awaiting_approval: { label: 'Awaiting approval', group: 'trouble', holdsName: true, granted: true },
  peer_lost: { label: 'Peer lost', group: 'trouble', broken: true, holdsName: true, contacted: true },
  failed: { label: 'Failed', group: 'trouble', broken: true },
  abandoned: { label: 'Abandoned', group: 'trouble', gone: true },
  expired: { label: 'Expired', group: 'trouble' },
  redeeming: { label: 'Accepting', group: 'waiting', holdsName: true, beforeContact: true },
  invited: { label: 'Pending', group: 'waiting', holdsName: true, beforeContact: true },
  pending: { label: 'Confirming', group: 'waiting', holdsName: true, beforeContact: true, granted: true },
  active: { label: 'Active', group: 'active', holdsName: true, contacted: true, granted: true },
  deactivated: { label: 'Deactivated', group: 'paused', holdsName: true, contacted: true, granted: true },
  deactivated_by_both: {
    label: 'Deactivated by both',
    group: 'paused',
    holdsName: true,
    contacted: true,
    granted: true,
  },
  deactivated_by_peer: {
    label: 'Deactivated by peer',
    group: 'paused',
    holdsName: true,
    contacted: true,
    granted: true,
  },
  revoked: { label: 'Revoked', group: 'ended' },
  terminating: { label: 'Deleting', group: 'ended', gone: true, deleted: true },
  terminated_by_peer: { label: 'Disconnected by peer', group: 'ended', gone: true, keyless: true },
  terminated: { label: 'Deleted', gone: true, deleted: true, keyless: true },
} as const satisfies Readonly<Record<ConnectionState, Traits>>

export type StateTrait = Exclude<keyof Traits, 'label' | 'group'>

const TRAITS: Readonly<Record<ConnectionState, Traits>> = STATE_TRAITS
const STATES = Object.keys(STATE_TRAITS) as readonly ConnectionState[]

export const hasTrait = (state: ConnectionState, trait: StateTrait): boolean => TRAITS[state][trait] === true

export const statesWith = (trait: StateTrait): readonly ConnectionState[] =>
  STATES.filter((state) => hasTrait(state, trait))

/** Of what is in no list, none. */
export const groupOf = (state: ConnectionState): StateGroup | undefined => TRAITS[state].group

export const STATE_LABELS = Object.fromEntries(STATES.map((state) => [state, TRAITS[state].label])) as Readonly<
  Record<ConnectionState, string>
>

/** Each state that is listed belongs to one group. */
export const STATE_GROUPS: Readonly<Record<StateGroup, readonly ConnectionState[]>> = {
  trouble: statesIn('trouble'),
  waiting: statesIn('waiting'),
  active: statesIn('active'),
  paused: statesIn('paused'),
  ended: statesIn('ended'),
}

function statesIn(group: StateGroup): readonly ConnectionState[] {
  return STATES.filter((state) => groupOf(state) === group)
}

/** Those of a list, in its order; what was deleted here is in no list. */
export const LISTED_STATES: readonly ConnectionState[] = GROUPS.flatMap((group) => STATE_GROUPS[group])
