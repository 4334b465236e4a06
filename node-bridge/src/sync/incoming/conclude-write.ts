import type { Answerer } from '../../sandbox/index.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import type { WrittenRecord } from '../../trackers/tracker.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { replicateRecord } from '../outgoing/replicate-record.ts'
import { isAsPlanned } from '../pairs/expected-state.ts'
import type { OnceWritten } from '../pairs/sync-pair.ts'
import type { ExplainedConclusion } from './explain.ts'
import { remoteOf } from './remote-of.ts'
import { concludePoint } from './saved-points.ts'

export interface Concluding {
  readonly connection: ConnectionRecord
  readonly item: Item
  readonly answer: Answerer
  readonly onceWritten: OnceWritten
}

/** The tracker has answered a plan. Undefined: the record had changed meanwhile, and a new plan is made. */
export async function concludeWrite(
  context: SyncContext,
  { onceWritten, ...concluding }: Concluding,
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
      const { ignored, expected, syncBack, store } = onceWritten
      const { version, record } = written
      if (store !== undefined) {
        await concludePoint(context, concluding.item, store, { ...record.writeOnly, ...record.fields })
        return { outcome: 'stored' }
      }
      // The pair ends: nobody compares the two records any more.
      const isEnd = concluding.item.pair.inbound?.kind === 'delete'
      const after = isEnd ? {} : await hashesAfter(context, concluding, record)
      const asPlanned = !syncBack && after !== undefined && isAsPlanned(expected, after)
      return { outcome: 'applied', record: remoteOf(record), ignored, version, asPlanned }
    }
  }
}

/** Undefined where our rules do not replicate it: it is looked at once more, and says why then. */
async function hashesAfter(context: SyncContext, item: Omit<Concluding, 'onceWritten'>, record: LocalRecord) {
  try {
    const content = await replicateRecord(context, { ...item, record })
    return content?.kind === 'done' ? content.result.hashes.paths : undefined
  } catch (error) {
    // A host that a script calls may not answer now: what was written is written, and no other pair waits for it.
    if (isRefusal(error)) return undefined
    throw error
  }
}
