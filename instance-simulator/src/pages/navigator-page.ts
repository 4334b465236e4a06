import { Router } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import { html, type Html } from './html.ts'
import { menuFor, type MenuApplication, type MenuModule } from './navigator-menu.ts'
import { pageDocument, personBar } from './page-document.ts'
import { localTarget, parameter, requirePerson, visitOf } from './page-session.ts'

const moduleLink = ({ title, hint, target }: MenuModule): Html =>
  target === undefined
    ? html`<li><span class="separator">${title}</span></li>`
    : html`<li><a href="${target}" target="gsft_main" title="${hint}">${title}</a></li>`

const applicationMenu = ({ title, modules }: MenuApplication): Html =>
  html`<section>
    <h2>${title}</h2>
    <ul>
      ${modules.map(moduleLink)}
    </ul>
  </section>`

const welcome = (applications: readonly MenuApplication[]): string =>
  applications.flatMap(({ modules }) => modules).find(({ target }) => target !== undefined)?.target ?? '/welcome.do'

/** The frame with the application navigator; content lives in `gsft_main`, as in the classic UI. */
export function createNavigator(parts: SimulatorParts): Router {
  const router = Router()
  const person = requirePerson(parts)
  router.get('/', (_request, response) => response.redirect('/navpage.do'))
  router.get(
    ['/navpage.do', '/nav_to.do', '/now/nav/ui/classic/params/target/:target'],
    person,
    (request, response) => {
      const { caller } = visitOf(response)
      const applications = menuFor(parts, caller)
      const asked = String(request.params['target'] ?? '') || parameter(request, 'uri')
      const target = asked === '' ? welcome(applications) : localTarget(asked)
      const menu =
        applications.length === 0 ? html`<p>No application is open to you.</p>` : applications.map(applicationMenu)
      const body = html`<div class="frame">
        <nav aria-label="Applications">${menu}</nav>
        <section aria-label="Content">
          <iframe name="gsft_main" id="gsft_main" title="Content" src="${target}"></iframe>
        </section>
      </div>`
      const scripts = html`<script src="/scripts/simulator-navigator.js"></script>`
      response
        .type('html')
        .send(pageDocument(parts, { title: 'Navigator', bar: personBar(parts, caller), body, scripts }))
    },
  )
  router.get('/welcome.do', person, (_request, response) => {
    const body = html`<main>
      <h1>Welcome</h1>
      <p>Install an application with <code>now-sdk install</code>; its modules appear on the left.</p>
    </main>`
    response.type('html').send(pageDocument(parts, { title: 'Welcome', body }))
  })
  return router
}
