import type { Caller, Session, SimulatorParts } from '../contracts.ts'
import { html, trusted, type Content, type Html } from './html.ts'

export interface PageDocument {
  readonly title: string
  readonly body: Content
  /** Inside another page's frame there is one banner and one bar already, but each page stays whole by itself. */
  readonly bar?: Content
  readonly scripts?: Content
}

/** The notice that stands on every page. */
export const simulatorNotice = (instanceName: string): Html =>
  html`<aside class="simulator" aria-label="About this instance">
    Instance simulator - not ServiceNow · ${instanceName}
  </aside>`

/** `<!doctype html>` and all. */
export function pageDocument(parts: SimulatorParts, { title, body, bar, scripts }: PageDocument): string {
  const { instanceName } = parts.settings
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${instanceName}</title>
        <link rel="stylesheet" href="/styles/simulator.css" />
        <script>
          if (window !== window.top) document.documentElement.classList.add('framed')
        </script>
        ${scripts}
      </head>
      <body>
        ${simulatorNotice(instanceName)}${bar}${body}
      </body>
    </html>`.text
}

/** Dark bar with the instance's name and who is logged in. Hidden inside the navigator's frame, which has its own. */
export function personBar(parts: SimulatorParts, caller: Caller): Html {
  const user = parts.store.find('sys_user', caller.userSysId)
  const name = user?.['name'] || `${user?.['first_name'] ?? ''} ${user?.['last_name'] ?? ''}`.trim() || caller.userName
  return html`<header class="bar">
    <strong>${parts.settings.instanceName}</strong><a href="/navpage.do" target="_top">All applications</a>
    <span class="who">${name} · <a href="/logout.do" target="_top">Log out</a></span>
  </header>`
}

/** gs.addInfoMessage and addErrorMessage since the last page; reading empties them. */
export function takeMessages(session: Session): Html {
  const messages = session.messages.splice(0)
  if (messages.length === 0) return trusted('')
  return html`<div role="status">
    ${messages.map(({ kind, text }) => html`<p class="message ${kind}">${text}</p>`)}
  </div>`
}
