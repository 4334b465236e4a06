import { Router } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import { createAjaxProcessor } from './ajax-route.ts'
import { answerPageErrors } from './answer-page-errors.ts'
import { createFormPages } from './form-routes.ts'
import { createListPages } from './list-routes.ts'
import { createNavigator } from './navigator-page.ts'
import { parameter } from './page-session.ts'
import { createPlatformAssets } from './platform-assets.ts'
import { refuseProcessors } from './refuse-processors.ts'
import { createSignIn } from './sign-in.ts'
import { createUiPages } from './ui-page-routes.ts'

/** Everything that a person sees in a browser. Paths it does not know go on to the next room. */
export function createPages(parts: SimulatorParts): Router {
  const router = Router()
  router.use((request, response, next) => {
    if (!request.path.startsWith('/api/')) response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    next()
  })
  router.use(refuseProcessors(parts))
  router.use(createPlatformAssets(parts), createSignIn(parts), createNavigator(parts), createAjaxProcessor(parts))
  router.get('/not_simulated.do', (request) => parts.ledger.notSimulated(parameter(request, 'what')))
  router.use(createUiPages(parts), createListPages(parts), createFormPages(parts))
  router.use(answerPageErrors(parts))
  return router
}
