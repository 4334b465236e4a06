import { Router, urlencoded, type Response } from 'express'
import type { Session, SimulatorParts } from '../contracts.ts'
import { html } from './html.ts'
import { pageDocument } from './page-document.ts'
import { carriesToken, localTarget, parameter } from './page-session.ts'

function loginPage(parts: SimulatorParts, session: Session, target: string, problem: string | undefined): string {
  const body = html`<main class="login">
    <div class="card">
      <h1>Log in</h1>
      ${problem !== undefined && html`<p class="message error" role="alert">${problem}</p>`}
      <form method="post" action="/login.do">
        <input type="hidden" name="sysparm_ck" value="${session.token}" /><input
          type="hidden"
          name="sysparm_goto"
          value="${target}"
        />
        <div class="field">
          <label for="user_name">User name</label
          ><input type="text" id="user_name" name="user_name" autocomplete="username" required />
        </div>
        <div class="field">
          <label for="user_password">Password</label
          ><input type="password" id="user_password" name="user_password" autocomplete="current-password" />
        </div>
        <button class="primary" type="submit">Log in</button>
      </form>
    </div>
  </main>`
  return pageDocument(parts, { title: 'Log in', body })
}

/** Login by form and cookie; a fresh session id after it, so that nobody can plant one. */
export function createSignIn(parts: SimulatorParts): Router {
  const { sessions } = parts
  const router = Router()
  const form = urlencoded({ extended: false })
  const show = (response: Response, session: Session, target: string, problem?: string) => {
    response
      .status(problem === undefined ? 200 : 401)
      .type('html')
      .send(loginPage(parts, session, target, problem))
  }
  router.get('/login.do', (request, response) => {
    const session = sessions.findSession(request) ?? sessions.startGuestSession()
    sessions.attach(response, session)
    show(response, session, parameter(request, 'sysparm_goto'))
  })
  router.post('/login.do', form, (request, response) => {
    const fields = (request.body ?? {}) as Record<string, string | undefined>
    const target = fields['sysparm_goto'] ?? ''
    const before = sessions.findSession(request)
    if (before && !carriesToken(request, before))
      return show(response, before, target, 'The page was too old. Please try again.')
    const session = sessions.login(fields['user_name'] ?? '', fields['user_password'] ?? '')
    if (!session) {
      const guest = before ?? sessions.startGuestSession()
      sessions.attach(response, guest)
      return show(response, guest, target, 'User name or password invalid')
    }
    if (before) sessions.logout(before)
    sessions.attach(response, session)
    response.redirect(target === '' ? '/navpage.do' : localTarget(target))
  })
  router.all('/logout.do', (request, response) => {
    const session = sessions.findSession(request)
    if (session) sessions.logout(session)
    response.redirect('/login.do')
  })
  return router
}
