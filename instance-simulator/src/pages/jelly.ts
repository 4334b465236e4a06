/** What the server does to a UI page's HTML before it is sent; everything that it does not know is refused by its name. */
export interface JellyContext {
  readonly token: string
  readonly flushTimestamp: string
  readonly user: { readonly userID: string; readonly userName: string; readonly roles: readonly string[] }
}

export class JellyRefused extends Error {}

const EXPRESSIONS: Readonly<Record<string, (facts: JellyContext) => string>> = {
  'gs.getSession().getSessionToken() || gs.getSessionToken()': ({ token }) => token,
  'gs.getSessionToken()': ({ token }) => token,
  'gs.getSession().getSessionToken()': ({ token }) => token,
  'gs.getUserID()': ({ user }) => user.userID,
  'gs.getUserName()': ({ user }) => user.userName,
  AMP: () => '&amp;',
  'UxFrameworkScriptables.getFlushTimestamp()': ({ flushTimestamp }) => flushTimestamp,
  'sn_ui.PolarisUI.getThemeVariableCssCacheKey()': ({ flushTimestamp }) => flushTimestamp,
}

function expression(text: string, facts: JellyContext): string {
  const find = EXPRESSIONS[text.trim()]
  if (!find) throw new JellyRefused(`not simulated: Jelly expression $[${text}]`)
  return find(facts)
}

const userScript = ({
  user,
}: JellyContext) => `<script>window.g_user = Object.assign(window.g_user || {}, ${JSON.stringify(user).replaceAll('<', '\\u003c')}, {
  hasRole: function (role) { return this.roles.indexOf('admin') >= 0 || this.roles.indexOf(role) >= 0; } });</script>`

/** Throws JellyRefused. */
export function renderJelly(source: string, facts: JellyContext): string {
  const page = source
    .replace(
      /<g:requires\s+name="([^"]+)"[^>]*?(?:\/>|>\s*<\/g:requires>)/g,
      (_whole, name: string) => `<script src="/${name}"></script>`,
    )
    .replace(/<g2:client_script\s+type="user"\s*(?:\/>|>\s*<\/g2:client_script>)/g, () => userScript(facts))
    .replace(/\$\[([^\]]*)\]/g, (_whole, text: string) => expression(text, facts))
  const tag = /<\/?((?:g2?|j2?):[a-z_]+)/i.exec(page)
  if (tag) throw new JellyRefused(`not simulated: Jelly tag <${tag[1]}>`)
  const markup = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
  const first = /\$\{[^}]*\}/.exec(markup)
  if (first) throw new JellyRefused(`not simulated: Jelly expression ${first[0]}`)
  return page
}
