import type { LocalRecord } from '../../trackers/record.ts'
import type { WrittenRecord } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { replicateRecord } from '../outgoing/replicate-record.ts'
import { isAsPlanned } from '../pairs/expected-state.ts'
import type { ExplainedConclusion } from './explain.ts'
import { type Arrival, type Planned, remoteOf } from './plan-incoming.ts'

/** The tracker has answered a plan. Undefined: the record had changed meanwhile, and a new plan is made. */
export async function concludeWrite(
  context: SyncContext,
  arrival: Arrival,
  { ignored, expected, syncBack }: Planned,
  written: WrittenRecord,
): Promise<ExplainedConclusion | undefined> {
  switch (written.kind) {
    case 'contended':
      return undefined
    case 'gone':
      return { outcome: 'gone' }
    case 'refused':
      return { outcome: 'quarantined', code: written.code, detail: { message: written.message } }
    case 'written': {
      const { version, record } = written
      const after = await hashesAfter(context, arrival, record)
      const asPlanned = !syncBack && after !== undefined && isAsPlanned(expected, after)
      return { outcome: 'applied', record: remoteOf(record), ignored, version, asPlanned }
    }
  }
}

/** Undefined where our rules do not replicate it: it is looked at once more, and says why then. */
async function hashesAfter(context: SyncContext, { connection, item, answer }: Arrival, record: LocalRecord) {
  const content = await replicateRecord(context, { connection, item, record, answer })
  return content?.kind === 'done' ? content.result.hashes.paths : undefined
}
