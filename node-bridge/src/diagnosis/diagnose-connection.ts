import { closedGateOf, DIAGNOSIS_STAGES, type DiagnosisStep, quoted, shownUrl } from '@accord/shared/protocol'
import type { ConnectionDiagnosis, DiagnoseRequest, DiagnosisResult } from '@accord/shared/schemas'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { createRateLimiter } from '../limits/rate-limit.ts'
import { type DatedDocument, type Discovery } from '../nodes/discovery.ts'
import type { UrlGuard } from '../network/url-guard.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { examine, ok, skipped } from './examine.ts'
import { examineContact } from './examine-contact.ts'
import { examineRows } from './examine-rows.ts'
import { verifyClock, verifyIdentity, verifyVersion } from './verify-document.ts'
import { examineName, examineTls } from './reach.ts'

export interface DiagnosisParts {
  readonly context: ConnectionContext
  readonly guard: UrlGuard
  readonly discovery: Discovery
}

/** Ten whole examinations of one connection at once, then a stage each second. */
const PER_CONNECTION = { burst: 40, perSecond: 1 }

export type Diagnose = (connectionId: string, request: DiagnoseRequest) => Promise<ConnectionDiagnosis>

/** Examines where a connection is stuck. Every call goes through the guard, and only to where the connection leads. */
export function createDiagnosis(parts: DiagnosisParts): Diagnose {
  const limiter = createRateLimiter(PER_CONNECTION)
  return async (connectionId, { stage }) => {
    const { database, now } = parts.context
    const record = await findConnection(database.db, connectionId)
    if (!record) throw new Refusal('connection_unknown')
    const at = now()
    const waitS = limiter.take(connectionId, at.getTime())
    if (waitS !== undefined) throw new Refusal('too_many_requests', undefined, { retryAfterS: waitS })
    const results = stage === undefined ? await runAll(parts, record) : await runStage(parts, record, stage)
    return { connectionId, at: at.toISOString(), results }
  }
}

async function runAll(parts: DiagnosisParts, record: ConnectionRecord): Promise<DiagnosisResult[]> {
  const results: DiagnosisResult[] = []
  for (const stage of DIAGNOSIS_STAGES.keys()) {
    const gate = closedGateOf(stage, results)
    results.push(
      ...(gate
        ? skipStage(stage, `Not examined, since the step before (${gate}) failed.`)
        : await runStage(parts, record, stage)),
    )
  }
  return results
}

const CONTACT_STAGE = 3
const ROWS_STAGE = 4

function runStage(parts: DiagnosisParts, record: ConnectionRecord, stage: number): Promise<DiagnosisResult[]> {
  if (stage === CONTACT_STAGE) return examineContact(parts.context, record)
  if (stage === ROWS_STAGE) return examineRows(parts.context, record)
  const { nodeUrl } = record.remote
  const reason = reasonNotToCall(record)
  if (reason !== undefined || nodeUrl === null) return Promise.resolve(skipStage(stage, reason ?? ''))
  const { guard, context } = parts
  if (stage === 0) return one('name', () => examineName(guard, nodeUrl))
  if (stage === 1) return one('tls', () => examineTls(guard, nodeUrl, context.now()))
  return examineDocument(parts, record, nodeUrl)
}

function reasonNotToCall({ peerConnectionId, remote }: ConnectionRecord): string | undefined {
  if (peerConnectionId !== null) return 'Both ends are on this node: there is no network between them.'
  if (remote.nodeUrl === null) return 'Where the other side is becomes known when it accepts the code.'
  return remote.pollOnly ? 'The other side cannot be called from outside; it calls this node.' : undefined
}

const one = async (...step: Parameters<typeof examine>): Promise<DiagnosisResult[]> => [await examine(...step)]

const skipStage = (stage: number, reason: string): DiagnosisResult[] =>
  (DIAGNOSIS_STAGES[stage] ?? []).map((step: DiagnosisStep) => ({ step, durationMs: 0, ...skipped(reason) }))

async function examineDocument(
  { discovery, context }: DiagnosisParts,
  record: ConnectionRecord,
  nodeUrl: string,
): Promise<DiagnosisResult[]> {
  let found: DatedDocument | undefined
  const read = await examine('discovery', async () => {
    found = await discovery.readDocument(nodeUrl)
    const { name, instanceUid } = found.document.node
    const isOther = record.remote.instanceUid !== null && record.remote.instanceUid !== instanceUid
    if (isOther)
      throw new Refusal('identity_mismatch', `Another node, ${quoted(name)}, answers at ${shownUrl(nodeUrl)}.`)
    return ok(`${quoted(name)} answers at ${shownUrl(nodeUrl)}.`)
  })
  const document = read.result === 'failed' ? undefined : found
  const missing = skipped('Not examined, since the step before (discovery) failed.')
  const own = await context.nodeInfo()
  return [
    read,
    await examine('identity', async () =>
      document ? verifyIdentity(document, record.remoteIdentityThumbprint) : missing,
    ),
    await examine('clock', async () => (document ? verifyClock(document) : missing)),
    await examine('version', async () => (document ? verifyVersion(document, own) : missing)),
  ]
}
