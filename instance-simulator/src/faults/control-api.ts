import { json, Router, type Request, type RequestHandler, type Response } from 'express'
import type { MovableClock } from '../clock.ts'
import type { RecordStore, ScriptEngine } from '../contracts.ts'
import { coveragePage } from '../coverage/coverage-page.ts'
import type { Ledger } from '../coverage/ledger.ts'
import { reportCoverage } from '../coverage/report.ts'
import { readFaultRequest } from './fault-kinds.ts'
import type { SessionRegistry } from '../access/session-registry.ts'
import { readSessionRuleChanges, type SessionRules } from '../access/session-rules.ts'
import { readTimingChanges, type Timing } from '../timing.ts'
import type { Faults } from './faults.ts'

export interface ControlParts {
  readonly store: RecordStore
  readonly engine: ScriptEngine
  /** Resolves when due jobs have run and no queued business rule is left. */
  readonly settled: () => Promise<void>
  readonly ledger: Ledger
  readonly clock: MovableClock
  readonly faults: Faults
  readonly timing: Timing
  readonly sessionRules: SessionRules
  readonly sessions: Pick<SessionRegistry, 'count' | 'guests' | 'endAll'>
  readonly instanceName: string
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whoever may move the clock owns the instance: only this machine may, and no web page in its browser. */
const requireLoopback: RequestHandler = (request, response, next) => {
  const isLocal = loopback.has(request.socket.remoteAddress ?? '') && request.headers['sec-fetch-site'] !== 'cross-site'
  if (isLocal) next()
  else response.status(403).json({ error: 'The control API answers this machine only' })
}

/** `/_simulator/…`: what tests do to an instance from outside. */
export function createControlApi(parts: ControlParts): Router {
  const { faults, engine } = parts
  const router = Router()
  router.use('/_simulator', requireLoopback, json())
  router.get('/_simulator/coverage', (request, response) => answerCoverage(parts, request, response))
  router.get('/_simulator/clock', (_request, response) => answerClock(parts.clock, response))
  router.post('/_simulator/clock', (request, response) => moveClock(parts.clock, request, response))
  router.get('/_simulator/scheduler', (_request, response) => void response.json(parts.timing))
  router.post('/_simulator/scheduler', (request, response) => setTiming(parts.timing, request, response))
  router.get('/_simulator/sessions', (_request, response) => answerSessions(parts, response))
  router.post('/_simulator/sessions', (request, response) => setSessionRules(parts, request, response))
  router.delete('/_simulator/sessions', (_request, response) => {
    parts.sessions.endAll()
    response.status(204).end()
  })
  router.get('/_simulator/faults', (_request, response) => void response.json({ faults: faults.list() }))
  router.post('/_simulator/faults', (request, response) => addFault(faults, request, response))
  router.delete('/_simulator/faults', (_request, response) => {
    faults.clear()
    response.status(204).end()
  })
  router.delete('/_simulator/faults/:id', (request, response) => {
    response.status(faults.remove(String(request.params['id'])) ? 204 : 404).end()
  })
  router.post('/_simulator/jobs/:sysId/run', async (request, response) => {
    await engine.runScheduledJob(String(request.params['sysId']))
    response.status(204).end()
  })
  router.post('/_simulator/settled', async (_request, response) => {
    await parts.settled()
    response.status(204).end()
  })
  return router
}

function answerCoverage({ store, ledger, instanceName }: ControlParts, request: Request, response: Response): void {
  const report = reportCoverage(store, ledger)
  if (request.accepts(['html', 'json']) === 'json') response.json(report)
  else response.type('html').send(coveragePage(instanceName, report))
}

const answerClock = (clock: MovableClock, response: Response): void =>
  void response.json({ now: new Date(clock.now()).toISOString() })

function moveClock(clock: MovableClock, request: Request, response: Response): void {
  const { advanceMs, setTo, freeze } = (request.body ?? {}) as Record<string, unknown>
  if (freeze === true) clock.freeze()
  if (freeze === false) clock.thaw()
  if (typeof advanceMs === 'number') clock.advance(advanceMs)
  if (typeof setTo === 'string') {
    const time = Date.parse(setTo)
    if (Number.isNaN(time)) return void response.status(400).json({ error: 'setTo must be an ISO 8601 time' })
    clock.set(time)
  }
  answerClock(clock, response)
}

function setTiming(timing: Timing, request: Request, response: Response): void {
  const changes = readTimingChanges(request.body)
  if (typeof changes === 'string') return void response.status(400).json({ error: changes })
  timing.set(changes)
  response.json(timing)
}

function answerSessions({ sessionRules, sessions }: ControlParts, response: Response): void {
  const { strict, restAtOnce } = sessionRules
  response.json({ strict, restAtOnce, active: sessions.count, guests: sessions.guests })
}

function setSessionRules(parts: ControlParts, request: Request, response: Response): void {
  const changes = readSessionRuleChanges(request.body)
  if (typeof changes === 'string') return void response.status(400).json({ error: changes })
  parts.sessionRules.set(changes)
  answerSessions(parts, response)
}

function addFault(faults: Faults, request: Request, response: Response): void {
  const fault = readFaultRequest(request.body)
  if (typeof fault === 'string') response.status(400).json({ error: fault })
  else response.status(201).json({ id: faults.add(fault) })
}
