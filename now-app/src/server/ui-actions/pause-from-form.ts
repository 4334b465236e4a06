import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { changeAtNode } from '../connections/change-at-node.ts'
import { Refusal } from '../http/refusal.ts'
import type { UiAction } from '../platform/ui-action.d.ts'

export function deactivateFromForm(current: GlideRecord<string>, action: UiAction): void {
  change(
    current,
    action,
    'deactivateConnection',
    'Deactivated: the other side is told. Only this side can activate it again.',
  )
}

export function activateFromForm(current: GlideRecord<string>, action: UiAction): void {
  change(current, action, 'activateConnection', 'The pause of this side has ended; the other side is told.')
}

/** The node decides; the form then shows its answer. */
function change(
  current: GlideRecord<string>,
  action: UiAction,
  decision: 'deactivateConnection' | 'activateConnection',
  done: string,
): void {
  try {
    changeAtNode(decision, current.getValue('node_connection_id'), gs.generateGUID())
    gs.addInfoMessage(done)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    gs.addErrorMessage(thrown.sentence())
  }
  action.setRedirectURL(current)
}
