import type { NoticeCause } from '@accord/shared/protocol'

/** What needs a person, in a line each. */
export const needs = {
  title: 'Needs a person now',
  nothing: 'Nothing needs anybody.',
  since: 'since',
  notReported: 'not reported yet',
  causes: {
    pairs_held_one: '{{count}} record waits for a person',
    pairs_held_other: '{{count}} records wait for a person',
    sync_stuck: 'Changes do not move',
    comparison_waits: 'A comparison after a restore waits for a decision',
    canary_fell_back: 'Rules that were tried on some pairs were given up',
    dictionary_changed: 'Fields that rules name have changed',
    peer_away: 'The other side does not answer',
    peer_lost: 'The other side has forgotten the connection',
    approval_asked: 'Waits for your approval',
    invitation_ends: 'The code of the invitation ends soon',
    instance_refuses: 'The instance is not reached',
    instance_copied: 'A copy of the instance was refused',
    licence_ends: 'The licence ends',
    licence_ended: 'The licence has ended',
    jobs_dead: 'Jobs were given up',
    audit_broken: 'The audit log was changed by hand',
  } satisfies Record<Exclude<NoticeCause, 'pairs_held'> | 'pairs_held_one' | 'pairs_held_other', string>,
}
