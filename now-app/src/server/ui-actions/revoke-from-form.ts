import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { changeAtNode } from '../connections/change-at-node.ts'
import { Refusal } from '../http/refusal.ts'
import type { UiAction } from '../platform/ui-action.d.ts'

/** The node decides; the form then shows its answer. */
export function revokeFromForm(current: GlideRecord<string>, action: UiAction): void {
  try {
    changeAtNode('revokeInvitation', current.getValue('node_connection_id'), gs.generateGUID())
    gs.addInfoMessage('The invitation was revoked: its code opens nothing any more.')
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    gs.addErrorMessage(thrown.sentence())
  }
  action.setRedirectURL(current)
}
