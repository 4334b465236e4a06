import { z } from 'zod'

/** How a pair stands for whoever looks at its record: in sync, at work, waiting for a person, or over. */
export const PAIR_TONES = ['good', 'busy', 'waiting', 'ended'] as const

/**
 * A pair of the record. `remote`: the short name of the other side. `url`: of its record; empty where it gave none. Times as their
 * reader's settings write them; empty: never. `cause`: why it waits for a person. `step`: who must act, and how.
 */
const PairOfRecord = z.object({
  connectionId: z.string(),
  remote: z.string(),
  key: z.string(),
  url: z.string(),
  state: z.string(),
  tone: z.enum(PAIR_TONES),
  since: z.string(),
  lastOut: z.string(),
  lastIn: z.string(),
  cause: z.string(),
  step: z.string(),
})
export type PairOfRecord = z.infer<typeof PairOfRecord>

/** What the page writes around the rest, in the language of its reader. */
export const RECORD_WORDS = [
  'title',
  'none',
  'theirs',
  'since',
  'lastOut',
  'lastIn',
  'never',
  'open',
  'syncNow',
  'asked',
  'connect',
  'unlink',
  'back',
  'refused',
  'newTab',
  'placeList',
  'listPlaced',
  'removeList',
  'listRemoved',
  'noLists',
] as const

/** One record of the instance and its pairs, for whoever may read the record. `may`: what the roles of the reader allow beyond reading. */
export const RecordSync = z.object({
  language: z.string(),
  key: z.string(),
  url: z.string(),
  pairs: z.array(PairOfRecord),
  /** `design`: the forms of the instance, as an admin does. */
  may: z.object({ open: z.boolean(), act: z.boolean(), design: z.boolean() }),
  /** Where the list of pairs would stand: below the forms of `table`, by the relationship over `pairTable`. */
  list: z.object({ table: z.string(), pairTable: z.string() }),
  /** Active ones that the record could be connected by; empty for who may not do that. */
  connections: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Below the base of the interface: where the node is asked for the item of a pair, and to look at it. */
  paths: z.object({ queue: z.string(), syncNow: z.string() }),
  words: z.record(z.enum(RECORD_WORDS), z.string()),
})
export type RecordSync = z.infer<typeof RecordSync>
