import { Router, urlencoded, type NextFunction, type Request, type Response } from 'express'
import type { SessionRegistry } from '../access/session-registry.ts'
import type { Quotas, SimulatorSettings } from '../contracts.ts'
import type { Ledger } from '../coverage/ledger.ts'
import type { MemoryStore } from '../records/record-store.ts'
import { readUploadForm } from '../rest/attachment/upload-form.ts'
import { callerOf, requireCaller } from '../rest/require-caller.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Installations } from './installations.ts'
import { answerOauthToken } from './oauth-token.ts'
import { requireAdministrator } from './require-session.ts'
import { answerAngular } from './sign-in.ts'
import { describeTracker } from './trackers.ts'

export interface InstallerParts {
  readonly store: MemoryStore
  readonly sessions: SessionRegistry
  readonly quotas: Quotas
  readonly installations: Installations
  readonly ledger: Ledger
  readonly settings: SimulatorSettings
}

const maxPackageBytes = 256 * 1024 * 1024
const appsProcessor = 'com.snc.apps.AppsAjaxProcessor'

/** The HTTP calls of `now-sdk install` 4.9.0. */
export function createInstallerApi(parts: InstallerParts): Router {
  const { store, sessions, settings } = parts
  const router = Router()
  const form = urlencoded({ extended: false, limit: '1mb' })
  router.post('/angular.do', form, (request, response) =>
    answerAngular(sessions, (what) => parts.ledger.notSimulated(what), request, response),
  )
  router.post('/oauth_token.do', form, (request, response) => answerOauthToken(store, sessions, request, response))
  router.post('/sn_appclient_upload_processor.do', requireAdministrator(sessions), async (request, response) =>
    answerUpload(parts, request, response),
  )
  router.post('/xmlhttp.do', form, (request, response, next) => answerAppsProcessor(parts, request, response, next))
  router.get('/api/sn_cicd/progress/:tracker', requireCaller(sessions, parts.quotas), (request, response) => {
    const { roles } = callerOf(response)
    if (!roles.has('admin') && !roles.has('sn_cicd.sys_ci_automation')) throw new RestError('notAuthorized')
    const row = store.find('sys_execution_tracker', String(request.params['tracker']))
    if (row) response.json({ result: describeTracker(row, settings.baseUrl) })
    else response.status(404).json({ result: { status: '3', error: 'No such progress' } })
  })
  return router
}

async function answerUpload(parts: InstallerParts, request: Request, response: Response): Promise<void> {
  const { fields, file } = await readUploadForm(request, maxPackageBytes)
  if (!file) {
    response.status(400).json({ error: 'The form holds no attachFile' })
    return
  }
  const started = await parts.installations.installTracked(file.bytes, fields['load_demo'] !== 'false')
  response.json({ executionTracker: started.tracker, rollbackContext: started.rollbackContext })
}

/** `/xmlhttp.do` belongs to GlideAjax; only the application processor is the installer's. */
function answerAppsProcessor(parts: InstallerParts, request: Request, response: Response, next: NextFunction): void {
  const fields = (request.body ?? {}) as Record<string, string | undefined>
  if (fields['sysparm_processor'] !== appsProcessor) return next()
  requireAdministrator(parts.sessions)(request, response, () => {
    const answer = applicationFunction(parts, fields)
    response.type('text/xml').send(`<?xml version="1.0" encoding="UTF-8"?><xml answer="${answer}" sysparm_max="15"/>`)
  })
}

function applicationFunction(
  { installations, ledger }: InstallerParts,
  fields: Record<string, string | undefined>,
): string {
  switch (fields['sysparm_function']) {
    case 'changeApplication':
      return fields['sysparm_value'] ?? ''
    case 'deleteApplication':
      return installations.uninstallTracked(fields['sysparm_sys_id'] ?? '')
    default:
      return ledger.notSimulated(`${appsProcessor}.${fields['sysparm_function']}`)
  }
}
