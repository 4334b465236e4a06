import type { Caller } from '../contracts.ts'
import { html, scriptValue, type Html } from './html.ts'

/** What forms and lists give to client scripts: g_ck, g_user, g_form, gsftSubmit, GlideAjax. The rest says so. */
export function clientRuntime(page: {
  caller: Caller
  token: string
  table: string
  sysId: string
  scratchpad?: object
}): Html {
  const facts = {
    token: page.token,
    table: page.table,
    sysId: page.sysId,
    user: { userID: page.caller.userSysId, userName: page.caller.userName, roles: [...page.caller.roles] },
  }
  return html`<script>
      window.__page = ${scriptValue(facts)}
      window.g_ck = window.__page.token
      window.g_scratchpad = ${scriptValue(page.scratchpad ?? {})}
    </script>
    <script src="/scripts/classes/ajax/GlideAjax.js"></script>
    <script src="/scripts/simulator-form.js"></script>`
}
