import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { say } from '../messages.ts'

/** Before an update of a handshake log entry. */
export function refuseLogChange(current: GlideRecord<string>): void {
  gs.addErrorMessage(say('logIsHistory'))
  current.setAbortAction(true)
}
