import { SOURCE_TRANSITIONS, nextState } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

export type ConnectionAction = 'revoke' | 'reissue'

/** What the state allows at this side. Re-issuing an open invitation revokes it first, so it needs no row of its own. */
export function possibleActions({ side, state }: ConnectionSnapshot): ConnectionAction[] {
  if (side !== 'source') return []
  const canRevoke = nextState(SOURCE_TRANSITIONS, state, 'revoke') !== undefined
  const canReissue = canRevoke || nextState(SOURCE_TRANSITIONS, state, 'reissue') !== undefined
  return [...(canReissue ? (['reissue'] as const) : []), ...(canRevoke ? (['revoke'] as const) : [])]
}
