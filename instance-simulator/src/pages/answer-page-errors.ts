import type { ErrorRequestHandler } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import { html } from './html.ts'
import { pageDocument } from './page-document.ts'

/** A page that failed says why, in a page; the status tells a simulator's refusal (501) from an error (500). */
export const answerPageErrors =
  (parts: SimulatorParts): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent || request.path.startsWith('/api/')) return next(error)
    const reason = error instanceof Error ? error.message : String(error)
    const refused = /^(not simulated|engine refuses)/.test(reason)
    if (!refused) parts.log('error', 'A page failed', { path: request.path, reason })
    const body = html`<main>
      <h1>${refused ? 'Not simulated' : 'The page could not be made'}</h1>
      <p class="message error" role="alert">${reason}</p>
      <p><a href="/navpage.do" target="_top">All applications</a></p>
    </main>`
    response
      .status(refused ? 501 : 500)
      .type('html')
      .send(pageDocument(parts, { title: 'Error', body }))
  }
