import { z } from 'zod'
import { ITEM_FILTERS, ITEM_STATUSES, PAIR_STATES } from '../sync/index.js'
import { Id, IsoTime, Label } from './primitives.js'

/** A record of a pair. `key`: what people call it; null: not known yet. */
const PairedRecord = z.object({ key: z.string().nullable(), url: z.string().nullable() })

/**
 * Why a pair waits for a person at `side`. `code`: of the catalogue; of the other side no more than a class of QUARANTINE_CLASSES.
 * `direction`: which one stands still. `script`: the one at fault, in `line` and `column`. `message`: what it or the instance has said.
 */
export const ItemFault = z.object({
  side: z.enum(['here', 'there']),
  direction: z.enum(['outgoing', 'incoming']),
  code: z.string(),
  paths: z.array(z.string()),
  message: z.string().nullable(),
  script: z.enum(['outgoing', 'incoming']).nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
})
export type ItemFault = z.infer<typeof ItemFault>

/** A sync pair as its own side sees it. `status`: in one word. */
export const SyncItem = z.object({
  id: Id,
  connectionId: Id,
  table: z.string(),
  state: z.enum(PAIR_STATES),
  status: z.enum(ITEM_STATUSES),
  local: PairedRecord,
  remote: PairedRecord,
  lastOutAt: IsoTime.nullable(),
  lastInAt: IsoTime.nullable(),
  faults: z.array(ItemFault),
  createdAt: IsoTime,
  changedAt: IsoTime,
})
export type SyncItem = z.infer<typeof SyncItem>

export const SyncItemQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.string().max(200).optional(),
  filter: z.enum(ITEM_FILTERS).default('all'),
})
export type SyncItemQuery = z.infer<typeof SyncItemQuery>

/** Nobody counts further than `upTo`. */
const ItemCounts = z.object({
  upTo: z.int().min(1),
  all: z.int().min(0),
  synced: z.int().min(0),
  moving: z.int().min(0),
  held: z.int().min(0),
  ended: z.int().min(0),
})
export type ItemCounts = z.infer<typeof ItemCounts>

/** Newest change first. */
export const SyncItemList = z.object({
  items: z.array(SyncItem),
  next: z.string().nullable(),
  counts: ItemCounts,
})
export type SyncItemList = z.infer<typeof SyncItemList>

/** One step of a pair's history, without contents. `paths`: of the replica, where the step is about some of them. */
export const ItemStep = z.object({
  id: Id,
  at: IsoTime,
  event: z.string(),
  actor: Label.nullable(),
  code: z.string().nullable(),
  paths: z.array(z.string()),
})
export type ItemStep = z.infer<typeof ItemStep>

/** `steps`: oldest first, the newest two hundred of them. */
export const SyncItemDetail = z.object({ item: SyncItem, steps: z.array(ItemStep) })
export type SyncItemDetail = z.infer<typeof SyncItemDetail>

/** How many pairs are tried again. */
export const RetriedItems = z.object({ count: z.int().min(0) })
