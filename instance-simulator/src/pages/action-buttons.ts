import { html, trusted, type Html } from './html.ts'
import type { ActionPlace, VisibleAction } from './visible-actions.ts'

const classOf = (style: string) => (style === 'primary' || style === 'destructive' ? style : 'plain')

/** A button of the form around it; a client action's `onclick` runs instead of the submit, as on the platform. */
function button(action: VisibleAction, look: string): Html {
  const shared = html`class="${look}" title="${action.hint}" id="${action.actionName || action.sysId}"`
  return action.client
    ? html`<button type="button" ${shared} onclick="${action.onclick}">${action.name}</button>`
    : html`<button type="submit" name="sys_action" value="${action.sysId}" ${shared}>${action.name}</button>`
}

export const actionButtons = (actions: readonly VisibleAction[], place: ActionPlace): Html[] =>
  actions
    .filter(({ places }) => places.has(place))
    .map((action) => button(action, place.endsWith('link') ? 'link' : classOf(action.style)))

/** Client actions bring their script to the page; a server script never leaves the server. */
export const clientScripts = (actions: readonly VisibleAction[]): Html[] =>
  actions
    .filter(({ client, script }) => client && script !== '')
    .map(
      ({ script }) =>
        html`<script>
          ${trusted(script.replaceAll('</', '<\\/'))}
        </script>`,
    )
