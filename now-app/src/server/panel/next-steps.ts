import type { ConnectionState } from '@accord/shared/protocol'

/** What a connection waits for, or who must act: the English text is the key of its translation, as on the platform. */
export const NEXT_STEPS: Readonly<Record<ConnectionState, string>> = {
  invited: 'Send the invitation code; the other side accepts it.',
  pending: 'Nothing to do: the other side has accepted, its first signed call is awaited.',
  awaiting_approval: 'An administrator compares both fingerprints and approves, or rejects.',
  redeeming: 'Nothing to do: the answer of the other side is awaited.',
  active: 'Nothing to do: both sides work.',
  deactivated: 'Activate it here; changes are queued meanwhile.',
  deactivated_by_peer: 'Only the other side can activate it again; changes are queued meanwhile.',
  deactivated_by_both: 'Activate it here, and ask the other side to do the same.',
  expired: 'Re-issue the code; nobody accepted it in time.',
  revoked: 'Re-issue the code if the connection is still wanted.',
  abandoned: 'Re-issue the code; the other side never made its first signed call.',
  failed: 'Read the reason below, then initiate again.',
  peer_lost: 'Ask the other side for a code that renews the keys, or delete this connection.',
  terminating: 'Nothing to do: the other side is being informed.',
  terminated: 'Nothing to do: the connection is history.',
  terminated_by_peer: 'Delete it here when its history is not needed any more.',
}

/** What health adds where the other side does not answer. */
export const HEALTH_STEPS: Readonly<Record<string, string>> = {
  down: 'The other side does not answer: open Diagnosis in the console.',
}

export const PANEL_LABELS = {
  state: 'State',
  health: 'Health',
  contact: 'Last contact',
  next: 'Next step',
  open: 'Open in console',
  never: 'never',
} as const
