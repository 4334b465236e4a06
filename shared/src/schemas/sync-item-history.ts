import { z } from 'zod'
import { Id, IsoTime, Label } from './primitives.js'
import { Replica } from './sync-content.js'

/** What a plan was about, by the names of this side. `makes`: the record as well. */
const PlanNames = z.object({
  fields: z.array(z.string()),
  entries: z.int().min(0),
  files: z.int().min(0),
  makes: z.boolean(),
})
export type PlanNames = z.infer<typeof PlanNames>

/**
 * One step of a pair's history, without contents. `paths`: of the replica, where the step is about some of them; `ignored`: those
 * that the rules never read. `mid`: of the message that it is about, the same at both companies. `cause`: what brought it about,
 * where no person did. `version`: of the rules that ran. `readAt`: when our record was read for it.
 */
export const ItemStep = z.object({
  id: Id,
  at: IsoTime,
  event: z.string(),
  actor: Label.nullable(),
  code: z.string().nullable(),
  paths: z.array(z.string()),
  ignored: z.array(z.string()),
  mid: z.string().nullable(),
  cause: z.string().nullable(),
  version: z.int().nullable(),
  readAt: IsoTime.nullable(),
  plan: PlanNames.nullable(),
})
export type ItemStep = z.infer<typeof ItemStep>

/**
 * A message as a fact. `outcome`: the last step that it has taken. `content`: whether what it said can be read: it is in the pair still,
 * is kept, or is gone. `messageId`: by which what is kept is found.
 */
export const ItemMessage = z.object({
  mid: Id,
  direction: z.enum(['out', 'in']),
  kind: z.string(),
  seq: z.int(),
  bytes: z.int().nullable(),
  at: IsoTime,
  outcome: z.string(),
  outcomeAt: IsoTime,
  content: z.enum(['here', 'kept', 'gone']),
  messageId: Id.nullable(),
})
export type ItemMessage = z.infer<typeof ItemMessage>

const NamedFile = z.object({ name: z.string(), bytes: z.int() })

/** A plan with its values as people read them; null for none. `makes`: a record. */
export const KeptPlan = z.object({
  makes: z.boolean(),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  entries: z.array(z.object({ journal: z.string(), body: z.string() })),
  files: z.array(NamedFile),
})
export type KeptPlan = z.infer<typeof KeptPlan>

/** What a message said, and what was planned for it here. `replica` null: its kind has none. `plan` null: none is kept. */
export const MessageContent = z.object({
  replica: Replica.nullable(),
  changed: z.array(z.string()),
  comments: z.array(z.object({ author: z.string(), body: z.string(), isInternal: z.boolean() })),
  files: z.array(NamedFile),
  plan: KeptPlan.nullable(),
})
export type MessageContent = z.infer<typeof MessageContent>
