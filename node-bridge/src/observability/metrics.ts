import { Counter, Gauge, Histogram, Registry } from 'prom-client'

import { CONNECTION_CHANGED, countConnectionsByState } from '../store/connections/connections.ts'
import { countJobs } from '../store/jobs/dead-jobs.ts'
import type { Database } from '../store/engine/database.ts'
import type { Db } from '../store/engine/tables.ts'
import { rememberByCost } from './remember.ts'
import { registerNotices } from './notice-metrics.ts'
import { registerSync } from './sync-metrics.ts'

export interface Metrics {
  /** Content type and text of the Prometheus exposition. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
  observeHttp(sample: { readonly operation: string; readonly status: number; readonly seconds: number }): void
}

/** Names begin with `accord_`; labels hold words of the protocol only, never an id: their number stays bounded. */
export function createMetrics(database: Database, isAuditIntact: () => boolean): Metrics {
  const register = new Registry()
  const handshakes = new Counter({
    name: 'accord_handshake_steps_total',
    help: 'Steps of connections, by side, event and the state they led to',
    labelNames: ['side', 'event', 'state'],
    registers: [register],
  })
  const http = new Histogram({
    name: 'accord_http_request_duration_seconds',
    help: 'Answered requests by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  })
  registerGauges(register, database.db)
  registerSync(register, database)
  registerNotices(register, database)
  registerAudit(register, isAuditIntact)
  database.onCommitted(CONNECTION_CHANGED, ({ record: { side, state }, step }) => {
    if (step !== undefined) handshakes.inc({ side, event: step, state })
  })
  return {
    render: async () => ({ contentType: register.contentType, text: await register.metrics() }),
    observeHttp: ({ operation, status, seconds }) => http.observe({ operation, status: String(status) }, seconds),
  }
}

/** Read from the database, so that every replica tells the same; by scrapes that come too often no more than it can bear. */
function registerGauges(register: Registry, db: Db): void {
  const readJobs = rememberByCost(() => countJobs(db))
  const readConnections = rememberByCost(() => countConnectionsByState(db))
  const jobs: Gauge = new Gauge({
    name: 'accord_queue_jobs',
    help: 'Jobs of the serial queues by queue and state (waiting, dead)',
    labelNames: ['queue', 'state'],
    registers: [register],
    collect: async () => {
      jobs.reset()
      for (const { queue, state, count } of await readJobs()) jobs.set({ queue, state }, count)
    },
  })
  const connections: Gauge = new Gauge({
    name: 'accord_connections',
    help: 'Connections by state',
    labelNames: ['state'],
    registers: [register],
    collect: async () => {
      connections.reset()
      for (const { state, count } of await readConnections()) connections.set({ state }, count)
    },
  })
}

/** By what this process has found; the first time that it follows the whole log begins at its start. */
function registerAudit(register: Registry, isIntact: () => boolean): void {
  const intact: Gauge = new Gauge({
    name: 'accord_audit_intact',
    help: '1: nothing speaks against the audit log; 0: it was changed by hand, and its chain does not go on',
    registers: [register],
    collect: () => intact.set(isIntact() ? 1 : 0),
  })
}
