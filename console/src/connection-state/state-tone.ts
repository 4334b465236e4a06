import { groupOf, hasTrait, STATE_TRAITS } from '@accord/shared/protocol'
import type { ConnectionState, StateGroup } from '@accord/shared/protocol'

export const isConnectionState = (state: string): state is ConnectionState => Object.hasOwn(STATE_TRAITS, state)

/** What the colour of a state says: good, going on, wants attention, broken, over. */
export type StateTone = 'good' | 'waiting' | 'attention' | 'broken' | 'over'

const TONES: Readonly<Record<StateGroup, StateTone>> = {
  trouble: 'attention',
  waiting: 'waiting',
  active: 'good',
  paused: 'attention',
  ended: 'over',
}

export function toneOf(state: string): StateTone {
  if (!isConnectionState(state)) return 'attention'
  if (hasTrait(state, 'broken')) return 'broken'
  const group = groupOf(state)
  return group === undefined ? 'over' : TONES[group]
}
