import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { actorName } from '../connections/actor-name.ts'
import { Refusal } from '../http/refusal.ts'
import { say, sayRefusal } from '../messages.ts'
import { askNode } from '../node/ask-node.ts'
import type { UiAction } from '../platform/ui-action.d.ts'

/** What each button asks of the node, and what it says afterwards. */
const DONE = {
  activateConnection: 'activated',
  revokeInvitation: 'revoked',
} as const

export const activateFromForm = (current: GlideRecord<string>, action: UiAction): void =>
  change(current, action, 'activateConnection')

export const revokeFromForm = (current: GlideRecord<string>, action: UiAction): void =>
  change(current, action, 'revokeInvitation')

/** The node decides; the form then shows its answer. */
function change(current: GlideRecord<string>, action: UiAction, name: keyof typeof DONE): void {
  try {
    const params = { connectionId: current.getValue('node_connection_id') }
    askNode(name, { requestId: gs.generateGUID(), params, body: { actor: actorName() } })
    gs.addInfoMessage(say(DONE[name]))
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    gs.addErrorMessage(sayRefusal(thrown))
  }
  action.setRedirectURL(current)
}
