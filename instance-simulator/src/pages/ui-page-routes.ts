import { Router, urlencoded, type Request, type Response } from 'express'
import type { Caller, Row, Session, SimulatorParts } from '../contracts.ts'
import { firstRow, isOn, scopeOf } from '../engine/metadata.ts'
import { html, type Html } from './html.ts'
import { JellyRefused, renderJelly } from './jelly.ts'
import { pageDocument } from './page-document.ts'
import { callerIn, carriesToken, localTarget, loginAddress, type PageVisit } from './page-session.ts'

const NOTICE =
  '<aside aria-label="About this page" style="position:fixed;right:.5rem;bottom:.4rem;z-index:9999;pointer-events:none;background:#4a3500;color:#fff3cf;font:11px/1.4 system-ui,sans-serif;padding:.1rem .5rem;border-radius:4px">Instance simulator - not ServiceNow</aside>'

const endpointOf = (request: Request) => request.path.slice(1)

/** Session of a person, or of a guest where the page is public. Undefined: log in first. */
function sessionFor({ sessions, store }: SimulatorParts, request: Request, endpoint: string): Session | undefined {
  const session = sessions.findSession(request)
  if (session && session.userSysId !== '') return session
  const open = firstRow(store, 'sys_public', `page=${endpoint.replace(/\.do$/, '')}`)
  return open && isOn(open['active']) ? (session ?? sessions.startGuestSession()) : undefined
}

function forbidden(parts: SimulatorParts, response: Response): void {
  const body = html`<main>
    <h1>Security constraints</h1>
    <p>Security constraints prevent access to the requested page.</p>
  </main>`
  response
    .status(403)
    .type('html')
    .send(pageDocument(parts, { title: 'Security constraints', body }))
}

function documentOf(parts: SimulatorParts, page: Row, session: Session, caller: Caller): string {
  const user = { userID: caller.userSysId, userName: caller.userName, roles: [...caller.roles] }
  const flushTimestamp = String(parts.store.revision('sys_ux_lib_asset'))
  const rendered = renderJelly(page['html'] ?? '', { token: session.token, flushTimestamp, user })
  const script = (page['client_script'] ?? '').trim()
  const withScript = script === '' ? rendered : `${rendered}<script>${script.replaceAll('</', '<\\/')}</script>`
  const noticed = withScript.includes('</body>')
    ? withScript.replace('</body>', `${NOTICE}</body>`)
    : withScript + NOTICE
  // The page says its language itself, or nobody does: a direct page comes without the platform's frame.
  return `<!DOCTYPE html>\n${noticed}`
}

async function showPage(parts: SimulatorParts, page: Row, visit: PageVisit, response: Response): Promise<void> {
  const { session, caller } = visit
  try {
    const document = documentOf(parts, page, session, caller)
    parts.ledger.executed('sys_ui_page', page['sys_id'] ?? '')
    parts.sessions.attach(response, session)
    response.type('html').send(document)
  } catch (error) {
    if (!(error instanceof JellyRefused)) throw error
    parts.ledger.refused('sys_ui_page', page['sys_id'] ?? '', error.message)
    const body: Html = html`<main>
      <h1>This page uses what is not simulated</h1>
      <p>${error.message}</p>
    </main>`
    response
      .status(501)
      .type('html')
      .send(pageDocument(parts, { title: 'Not simulated', body }))
  }
}

async function processPage(
  parts: SimulatorParts,
  page: Row,
  { session, caller }: PageVisit,
  request: Request,
  response: Response,
): Promise<void> {
  const source = page['processing_script'] ?? ''
  if (source.trim() === '') return response.redirect(303, request.path)
  const sysId = page['sys_id'] ?? ''
  const script = { name: `sys_ui_page.${sysId}.processing_script`, source, scope: scopeOf(parts.store, page) }
  const parameters = Object.fromEntries(
    Object.entries((request.body ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
  )
  const task = { kind: 'processing', script, parameters } as const
  const { value, messages } = await parts.engine.run(task, caller)
  parts.ledger.executed('sys_ui_page', sysId)
  session.messages.push(...messages)
  const { redirect } = value as { redirect?: string }
  response.redirect(303, redirect === undefined ? request.path : localTarget(redirect))
}

/** UI pages at their endpoints. */
export function createUiPages(parts: SimulatorParts): Router {
  const router = Router()
  const form = urlencoded({ extended: false, limit: '5mb' })
  router.all(/^\/[A-Za-z0-9_]+\.do$/, form, async (request, response, next) => {
    const endpoint = endpointOf(request)
    const page = firstRow(parts.store, 'sys_ui_page', `endpoint=${endpoint}`)
    if (!page) return next()
    const session = sessionFor(parts, request, endpoint)
    if (!session) return response.redirect(loginAddress(request.originalUrl))
    const caller = callerIn(parts, request, session)
    const { allowed } = await parts.access.decideNamed('ui_page', endpoint.replace(/\.do$/, ''), 'read', caller)
    if (!allowed) return forbidden(parts, response)
    if (request.method === 'GET') return showPage(parts, page, { session, caller }, response)
    if (request.method !== 'POST') return next()
    if (!carriesToken(request, session)) return forbidden(parts, response)
    return processPage(parts, page, { session, caller }, request, response)
  })
  return router
}
