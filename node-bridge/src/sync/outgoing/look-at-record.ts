import { randomUUID } from 'node:crypto'

import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'

import { isRefusal } from '../../refusals/refusal.ts'
import type { SyncErrorCode } from '@accord/shared/protocol'
import type { ReadRecord } from '../../trackers/tracker.ts'
import { passerUidOf } from '../items/ends.ts'
import { signerOf } from '../items/parties.ts'
import type { Change } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { createMessage } from '../messages/message.ts'
import { viaOf } from '../pairs/came-through.ts'
import { decideOutgoing, type Observation } from '../pairs/decide-outgoing.ts'
import { explainCircle, findWays } from '../items/find-ways.ts'
import type { Fault, SyncPair } from '../pairs/sync-pair.ts'
import { type Replication, replicateRecord } from './replicate-record.ts'

export interface Look extends Omit<Replication, 'record'> {
  readonly read: ReadRecord
  /** When it was read. */
  readonly readMs: number
}

/** Our record was read: what is there to send, and how does the pair stand then? */
export async function lookAtRecord(context: SyncContext, look: Look): Promise<Change> {
  const { item, connection } = look
  const { observation, ...seen } = await observe(context, look)
  const moment = { mid: randomUUID(), nowMs: context.now().getTime(), readMs: look.readMs }
  const decision = decideOutgoing(item.pair, observation, moment)
  if (decision.kind === 'rest') return { ...seen, pair: decision.pair }
  const { message } = decision
  const hasContent = 'replica' in message
  // A record that a person has named is not made by this, wherever ours came from.
  const own = passerUidOf(context.identity, connection)
  const via = message.kind === 'state' ? viaOf(await findWays(context, item.pair, item.stored), own) : []
  if (!via) {
    const outgoing = await explainCircle(context.database.db, connection, item.stored, 'too far')
    return { ...seen, details: { outgoing }, pair: heldBy(item.pair, decision.pair, { code: 'loop' }) }
  }
  try {
    const parties = signerOf(context, connection)
    const outbound = await createMessage({
      ...parties,
      pair: item.stored.pairId,
      content: hasContent ? { ...message, via } : message,
      end: own,
      om: HUB_OBJECT_VERSIONS.max,
    })
    return { ...seen, pair: decision.pair, outbound, ...('files' in message && { offered: message.files }) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const path = error.facts?.['path']
    // What cannot be sent was never decided: the pair of before waits for a person.
    return {
      ...seen,
      details: { outgoing: { message: error.message } },
      pair: heldBy(item.pair, decision.pair, {
        code: error.code as SyncErrorCode,
        ...(typeof path === 'string' && { paths: [path] }),
      }),
    }
  }
}

const heldBy = (before: SyncPair, { seenVersion }: SyncPair, fault: Fault): SyncPair => ({
  ...before,
  seenVersion,
  fault,
})

/** For the decision, and for people. */
type Seen = Pick<Change, 'local' | 'details' | 'ran' | 'ranRules'> & { readonly observation: Observation }

async function observe(context: SyncContext, { read, ...look }: Omit<Look, 'readMs'>): Promise<Seen> {
  switch (read.kind) {
    case 'gone':
      return { observation: { kind: 'gone' } }
    case 'refused':
      return { observation: { kind: 'failed', code: read.code }, details: { outgoing: { message: read.message } } }
    case 'draft':
      throw new Error('A draft was read where a record stands')
    case 'record': {
      const { version, record } = read
      const local = { key: record.key, url: record.url }
      const content = await replicateRecord(context, { ...look, record })
      if (content) context.met?.note({ ...look.item.stored, direction: 'outgoing' }, content.unmapped)
      // Without outgoing rules nothing is sent, as by rules that stop each time.
      if (!content) return { local, observation: { kind: 'stopped', version } }
      const ran = content.ranRules
      if (content.kind === 'stopped') return { local, ran, observation: { kind: 'stopped', version } }
      if (content.kind === 'done') return { local, ran, observation: { kind: 'record', version, ...content.result } }
      const { code, paths, message, at } = content.fault
      const details = { outgoing: { script: 'outgoing', message, ...at } } as const
      return {
        local,
        details,
        ran,
        ranRules: ran,
        observation: { kind: 'failed', code, version, ...(paths && { paths }) },
      }
    }
  }
}
