import type { MessageClaims, MessageContent } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { listKeptOfMid } from '../../store/sync/kept-messages.ts'
import { readStoredMessage } from '../messages/message.ts'
import { inboundMessageOf, messageOf } from './inbound-message.ts'
import { type Item, outboundTextOf } from './item.ts'
import { keptPlanOf, keptTextOf } from './keep-messages.ts'
import { requireItem } from './read-item.ts'
import type { SyncContext } from './sync-context.ts'

interface Named {
  readonly itemId: string
  readonly mid: string
}

/**
 * What a message said: from the pair while it is under way, then from what is kept. Throws `sync_pair_unknown`; `state_conflict` where
 * nothing of it is here.
 */
export async function readMessage(context: SyncContext, { itemId, mid }: Named): Promise<MessageContent> {
  const { db } = context.database
  const item = await requireItem(context, db, itemId)
  const kept = await listKeptOfMid(db, itemId, mid)
  const plan = kept.find(({ direction }) => direction === 'plan')
  const message = kept.find(({ direction }) => direction !== 'plan')
  const claims = underWay(context, item, mid) ?? (message && messageOf(keptTextOf(context, message)))
  if (!claims) throw new Refusal('state_conflict', 'What this message said is not kept here any more, or never was.')
  return { ...contentOf(claims), plan: plan ? keptPlanOf(context, plan) : null }
}

function underWay({ vault }: SyncContext, { pair, stored }: Item, mid: string): MessageClaims | undefined {
  if (pair.inbound?.mid === mid) return inboundMessageOf(vault, stored)
  const text = pair.outbound?.mid === mid ? outboundTextOf(vault, stored) : undefined
  return text === undefined ? undefined : readStoredMessage(text)
}

function contentOf(claims: MessageClaims): Omit<MessageContent, 'plan'> {
  if (!('replica' in claims)) return { replica: null, changed: [], comments: [], files: [] }
  const { replica, changed, comments, files } = claims
  return {
    replica,
    changed: [...changed],
    comments: comments.map(({ author, body, internal }) => ({ author: author.name, body, isInternal: internal })),
    files: files.map(({ name, bytes }) => ({ name, bytes })),
  }
}
