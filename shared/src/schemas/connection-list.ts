import { z } from 'zod'
import { LIST_ORDERS } from '../protocol/index.js'
import { ConnectionSnapshot } from './connection.js'

const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.string().max(2000).optional(),
}

/**
 * `search`: words that must all occur in the name or the other side's names and hosts; what is found comes in the order of
 * names, whatever `sort` says. `counts`: also how many connections each group has.
 */
export const ConnectionListQuery = z.strictObject({
  ...Page,
  search: z.string().max(200).default(''),
  group: z.enum(['trouble', 'waiting', 'active', 'paused', 'ended']).optional(),
  sort: z.enum(LIST_ORDERS).default('changed'),
  /** Without it: the newest first where the order is one of time, else ascending. */
  order: z.enum(['asc', 'desc']).optional(),
  counts: z.enum(['true', 'false']).default('false'),
})
export type ConnectionListQuery = z.infer<typeof ConnectionListQuery>

/** Newest first. */
export const EndedListQuery = z.strictObject(Page)
export type EndedListQuery = z.infer<typeof EndedListQuery>

/** Nobody counts further than `upTo`: a group with that number has at least as many. */
export const GroupCounts = z.object({
  upTo: z.int().min(1),
  trouble: z.int().min(0),
  waiting: z.int().min(0),
  active: z.int().min(0),
  paused: z.int().min(0),
  ended: z.int().min(0),
})
export type GroupCounts = z.infer<typeof GroupCounts>

/** A page. `next` is null at the end; before it a page may hold fewer than were asked for, or none: a search looks so far at once. */
export const ConnectionList = z.object({
  connections: z.array(ConnectionSnapshot),
  next: z.string().nullable().default(null),
  counts: GroupCounts.nullable().default(null),
})
export type ConnectionList = z.infer<typeof ConnectionList>
