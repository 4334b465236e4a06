/** What needs a person, as the node tells it by mail and elsewhere: one word each. What it says of it stands in the node's texts. */
export const NOTICE_CAUSES = [
  'pairs_held',
  'sync_stuck',
  'comparison_waits',
  'canary_fell_back',
  'dictionary_changed',
  'peer_away',
  'peer_lost',
  'approval_asked',
  'invitation_ends',
  'instance_refuses',
  'instance_copied',
  'licence_ends',
  'licence_ended',
  'jobs_dead',
  'audit_broken',
] as const
export type NoticeCause = (typeof NOTICE_CAUSES)[number]

/** What happened to a cause since it was last reported: it is new, there is more of it, it is over. `test`: somebody tries the way. */
export const NOTICE_STEPS = ['began', 'grew', 'over', 'test'] as const
export type NoticeStep = (typeof NOTICE_STEPS)[number]

/** The ways on which a notice reaches people. */
export const NOTICE_CHANNELS = ['mail', 'webhook', 'event'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** What became of a notice on one way to one recipient. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
