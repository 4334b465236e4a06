import type { MessageRefusal } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'

/** Why a message or a result is not taken; `facts.what` names the member or the step. */
export const refuseMessage = (code: MessageRefusal, what: string): Refusal =>
  new Refusal(code, undefined, { facts: { what } })
