import type { ConcludedRun } from '../configuration/conclude-run.ts'
import type { Done } from './done.ts'

/** What became of a pair says of the rules that it ran by; undefined where none ran to an end. */
export function concludedRunOf(done: Done): ConcludedRun | undefined {
  if (done.kind === 'written') {
    const { conclusion, id: itemId } = done
    const code = conclusion.outcome === 'quarantined' ? conclusion.code : undefined
    return { itemId, code, detail: conclusion.detail ?? {}, asBefore: false }
  }
  if (done.kind !== 'changed' || !done.change.ran) return undefined
  const { item, change, asBefore = false } = done
  const { outgoing, incoming } = change.details ?? {}
  const { fault, inbound } = change.pair
  const held = inbound?.phase === 'quarantined' ? inbound.fault.code : undefined
  const code = outgoing ? fault?.code : incoming ? held : undefined
  return { itemId: item.stored.id, code, detail: outgoing ?? incoming ?? {}, asBefore }
}
