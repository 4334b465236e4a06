import express, { type Express, type RequestHandler } from 'express'
import type { MovableClock } from './clock.ts'
import { serialiseSessions } from './access/serialise-sessions.ts'
import type { SessionRegistry } from './access/session-registry.ts'
import type { SessionRules } from './access/session-rules.ts'
import type { SimulatorParts } from './contracts.ts'
import type { Ledger } from './coverage/ledger.ts'
import { createControlApi } from './faults/control-api.ts'
import type { Faults } from './faults/faults.ts'
import { blockCallers } from './faults/block-callers.ts'
import { httpFaults } from './faults/http-faults.ts'
import { createInstallerApi } from './installer/installer-api.ts'
import type { Installations } from './installer/installations.ts'
import { createUpdateSetPages } from './installer/update-sets/update-set-pages.ts'
import type { MemoryStore } from './records/record-store.ts'
import { answerErrors } from './rest/answer-errors.ts'
import { createRestApi } from './rest/rest-api.ts'
import type { InnerRequests } from './rest/batch/inner-requests.ts'
import { RestError } from './rest/rest-error.ts'
import { createPages } from './pages/index.ts'
import { createScriptedRest } from './rest-scripted/index.ts'

export interface ApplicationParts extends SimulatorParts {
  readonly store: MemoryStore
  readonly sessions: SessionRegistry
  readonly ledger: Ledger
  readonly clock: MovableClock
  readonly sessionRules: SessionRules
  readonly faults: Faults
  readonly innerRequests: InnerRequests
  readonly installations: Installations
  /** Resolves when due jobs have run and no queued business rule is left. */
  readonly settled: () => Promise<void>
}

/** No answer passes for a real instance's. */
const nameYourself: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Instance-Simulator', 'accord')
  next()
}

/** What an answer tells of is durable before the answer leaves. */
const flushBeforeAnswer =
  (store: MemoryStore): RequestHandler =>
  (_request, response, next) => {
    const writeHead = response.writeHead.bind(response) as (...args: readonly unknown[]) => typeof response
    response.writeHead = (...args: readonly unknown[]) => {
      store.flush()
      return writeHead(...args)
    }
    next()
  }

/** The rooms in the order in which a request passes them. */
export function createApplication(parts: ApplicationParts): Express {
  const application = express()
  application.disable('x-powered-by')
  application.disable('etag')
  application.use(nameYourself, flushBeforeAnswer(parts.store))
  application.use(createControlApi({ ...parts, instanceName: parts.settings.instanceName }))
  application.use(blockCallers(parts))
  application.use(serialiseSessions(parts))
  application.use(httpFaults(parts.faults))
  application.use(createInstallerApi(parts))
  application.use(createRestApi(parts))
  application.use(createScriptedRest(parts))
  application.use('/api', () => {
    throw new RestError('noResource')
  })
  application.use(createUpdateSetPages(parts))
  application.use(createPages(parts))
  application.use(answerErrors(parts.log))
  return application
}
