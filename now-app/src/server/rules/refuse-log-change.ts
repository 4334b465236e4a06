import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'

/** Before an update of a handshake log entry. */
export function refuseLogChange(current: GlideRecord<string>): void {
  gs.addErrorMessage('The handshake log cannot be changed: it shows what happened.')
  current.setAbortAction(true)
}
