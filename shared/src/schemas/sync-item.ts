import { z } from 'zod'
import {
  CONNECT_OUTCOMES,
  ITEM_FILE_STATES,
  ITEM_FILTERS,
  ITEM_STATUSES,
  PAIR_STATES,
  SYNC_LIMITS,
} from '../sync/index.js'
import { Id, IsoTime, Label } from './primitives.js'
import { Comparison } from './sync-comparison.js'
import { Replica } from './sync-content.js'
import { ItemMessage, ItemStep } from './sync-item-history.js'

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

/**
 * Newest change first. `causes`: with which codes pairs wait for a person here, the most frequent first, each counted as
 * `counts` is. `retrying`: how far a retry of many pairs has come; null: none goes on. `comparison`: of both sides' records after a
 * restore; null: none goes on.
 */
export const SyncItemList = z.object({
  items: z.array(SyncItem),
  next: z.string().nullable(),
  counts: ItemCounts,
  causes: z.array(z.object({ code: z.string(), count: z.int().min(1) })),
  retrying: z.object({ done: z.int().min(0), total: z.int().min(1) }).nullable(),
  comparison: Comparison.nullable(),
  /** Until when nothing is read or written at this side, and why: the instance asked for it, or fails. */
  pause: z.object({ until: IsoTime, code: z.string(), message: z.string() }).nullable(),
})
export type SyncItemList = z.infer<typeof SyncItemList>

/** A file of the other side that is on its way to our record, or could not be brought. `code`: why; of the catalogue. */
export const ItemFile = z.object({
  name: z.string(),
  bytes: z.int(),
  received: z.int(),
  state: z.enum(ITEM_FILE_STATES),
  code: z.string().nullable(),
})
export type ItemFile = z.infer<typeof ItemFile>

/**
 * `steps`: oldest first, the newest two hundred of them. `messages`: of these steps, the newest first. `keptDays`: so long what
 * messages said is kept here once they are through; 0: not at all.
 */
export const SyncItemDetail = z.object({
  item: SyncItem,
  steps: z.array(ItemStep),
  files: z.array(ItemFile),
  messages: z.array(ItemMessage),
  keptDays: z.int().min(0),
})
export type SyncItemDetail = z.infer<typeof SyncItemDetail>

/** What waits in quarantine of what the other side sent. `changed`: the paths that it has changed. */
export const HeldMessage = z.object({ replica: Replica, changed: z.array(z.string()) })
export type HeldMessage = z.infer<typeof HeldMessage>

/** What the message shall say instead; entries and files stay. */
export const EditItemRequest = z.strictObject({ actor: Label, replica: Replica })
export type EditItemRequest = z.infer<typeof EditItemRequest>

/** What people call the two records. */
export const ConnectRecordsRequest = z.strictObject({
  actor: Label,
  localKey: z.string().min(1).max(SYNC_LIMITS.keyChars),
  remoteKey: z.string().min(1).max(SYNC_LIMITS.keyChars),
})
export type ConnectRecordsRequest = z.infer<typeof ConnectRecordsRequest>

/**
 * A list of both keys as CSV, one pair a line: `INC1,ACC-7`. Where the first is empty, the record here is the one whose
 * `correlation_id` is the second. A first line `local,remote` is passed over. `isDryRun`: nothing is connected.
 */
export const ConnectListRequest = z.strictObject({
  actor: Label,
  csv: z
    .string()
    .min(1)
    .max(SYNC_LIMITS.connectedRows * 2 * (SYNC_LIMITS.keyChars + 10)),
  isDryRun: z.boolean(),
})
export type ConnectListRequest = z.infer<typeof ConnectListRequest>

/**
 * What becomes of each line. `linked` means that the other side was asked, which decides for itself; `already`: the two are a pair;
 * `doubled`: one of the two is in another pair, or stands in the list twice, or more than one record here is meant; `missing`: there
 * is no such record here. `localKey`: as it was found.
 */
export const ConnectedList = z.object({
  rows: z.array(
    z.object({
      line: z.int().min(1),
      localKey: z.string(),
      remoteKey: z.string(),
      outcome: z.enum(CONNECT_OUTCOMES),
      detail: z.string(),
    }),
  ),
})
export type ConnectedList = z.infer<typeof ConnectedList>

/** `cause`: only those that wait with this code. */
export const RetryItemsRequest = z.strictObject({ actor: Label, cause: z.string().max(60).optional() })
export type RetryItemsRequest = z.infer<typeof RetryItemsRequest>

/** How many pairs are tried again, one page after another. */
export const RetriedItems = z.object({ count: z.int().min(0) })
export type RetriedItems = z.infer<typeof RetriedItems>
