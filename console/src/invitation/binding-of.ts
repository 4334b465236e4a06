import type { CodeBinding } from '@accord/shared/protocol'
import type { InvitationDetails } from '@accord/shared/schemas'

/** What a node of an older release does not tell is taken for the weaker of the two. */
export const bindingOf = ({ boundTo, invitedInstanceUid }: InvitationDetails): CodeBinding =>
  boundTo ?? (invitedInstanceUid === null ? 'nobody' : 'instance')
