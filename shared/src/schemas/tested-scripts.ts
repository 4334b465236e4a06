import { z } from 'zod'
import { IsoTime } from './primitives.js'
import { CheckScriptsRequest, ScriptFault } from './sync-configuration.js'
import { RecordKey, Replica, ReplicaPath } from './sync-content.js'

/** What a draft is run on. */
const TestSubject = z.discriminatedUnion('kind', [
  /** Our record, by what people call it: what would be sent of it? */
  z.strictObject({ kind: z.literal('record'), key: RecordKey }),
  /** A message of the other side, what would be written? `messageId`: one that is kept; without it the one that waits in the pair. */
  z.strictObject({ kind: z.literal('message'), itemId: z.uuid(), messageId: z.uuid().optional() }),
  /** A replica that somebody has written by hand; without `key` it makes a new record. */
  z.strictObject({ kind: z.literal('replica'), replica: Replica, key: RecordKey.optional() }),
  /** The other side says that its record is gone: what becomes of ours, by what people call it? */
  z.strictObject({ kind: z.literal('deletion'), key: RecordKey }),
])
export type TestSubject = z.infer<typeof TestSubject>

/** `at`: the time that the scripts are given, so that a second run says the same; that of now when absent. */
export const TestScriptsRequest = CheckScriptsRequest.extend({
  subject: TestSubject,
  mayWiden: z.boolean().default(false),
  at: IsoTime.optional(),
})
export type TestScriptsRequest = z.infer<typeof TestScriptsRequest>

const TestedRecord = z.object({ key: z.string(), url: z.string().nullable() })
const TestedFile = z.object({ name: z.string(), bytes: z.int().min(0) })
const Paths = z.array(ReplicaPath)

/** What would be sent. `changed`: paths that the other side does not have so; null where it has nothing of the record yet. */
const TestedReplica = z.object({
  kind: z.literal('replica'),
  record: TestedRecord,
  replica: Replica,
  changed: Paths.nullable(),
  /** `isNew`: the other side does not have it yet. */
  comments: z.array(z.object({ author: z.string(), body: z.string(), isInternal: z.boolean(), isNew: z.boolean() })),
  files: z.array(TestedFile),
  endsPair: z.boolean(),
})

/** What stands in the way of a plan: the admin of the tracker has not allowed it. `name`: of the field or journal. */
const MissingAccess = z.object({ kind: z.enum(['create', 'delete', 'field', 'journal', 'files']), name: z.string() })

/**
 * What the user as whom plans are written may do, as the instance's ACLs answered when they were last asked as that user; null: they
 * were not. `closed`: fields and journals of the plan that they keep.
 */
const TestedRights = z.object({ checkedAt: IsoTime, mayWriteRecord: z.boolean(), closed: z.array(z.string()) })

/** What would be sent back of the record as the plan makes it: `theirs` is what the other side has sent. */
const SentBack = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('sends'), changed: Paths, replica: Replica, theirs: Replica }),
  z.object({ kind: z.literal('stopped'), reason: z.string() }),
  z.object({ kind: z.literal('failed'), fault: ScriptFault }),
])

/** What would be written. `record`: null where it would be made. Values as people read them; null for none. */
const TestedPlan = z.object({
  kind: z.literal('plan'),
  record: TestedRecord.nullable(),
  fields: z.array(
    z.object({ name: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  /** `isInternal`: only our own people read it. */
  entries: z.array(z.object({ journal: z.string(), label: z.string(), isInternal: z.boolean(), body: z.string() })),
  files: z.array(TestedFile),
  removesFiles: z.boolean(),
  /** The record is deleted, and nothing else is written. */
  deletesRecord: z.boolean(),
  /** The other record is gone: the pair ends with this, and nothing goes back. */
  afterDeletion: z.boolean(),
  endsPair: z.boolean(),
  sendsBack: z.boolean(),
  /** Paths that the sender changed and these rules do not read, and such that stay ours since both sides have changed them. */
  ignored: Paths,
  kept: Paths,
  missing: z.array(MissingAccess),
  syncUser: TestedRights.nullable(),
  back: SentBack,
})
export type TestedPlan = z.infer<typeof TestedPlan>

/**
 * What a draft would do, and what it asked for that. Nothing of it was done. `lookups`: question and answer as JSON; `steps`:
 * what would be done outside once, as a call of another service.
 */
export const TestedScripts = z.object({
  at: IsoTime,
  outcome: z.discriminatedUnion('kind', [
    TestedReplica,
    TestedPlan,
    z.object({ kind: z.literal('stopped'), reason: z.string() }),
    /** The record of the pair is no more, or the message only ends the pair: no rules are run. */
    z.object({ kind: z.literal('nothing') }),
    z.object({ kind: z.literal('failed'), fault: ScriptFault, paths: z.array(z.string()) }),
  ]),
  lookups: z.array(z.object({ name: z.string(), request: z.string(), answer: z.string() })),
  steps: z.array(z.object({ name: z.string(), request: z.string() })),
  logs: z.array(z.string()),
})
export type TestedScripts = z.infer<typeof TestedScripts>

/**
 * Messages of the other side on which a draft can be tried, the newest first. `keptDays`: so long this node keeps those that are
 * through; 0: it keeps none. `messageId` null: it waits in its pair.
 */
export const ReceivedMessages = z.object({
  keptDays: z.int().min(0),
  messages: z.array(
    z.object({
      itemId: z.string(),
      messageId: z.string().nullable(),
      localKey: z.string().nullable(),
      remoteKey: z.string().nullable(),
      at: IsoTime,
    }),
  ),
})
export type ReceivedMessages = z.infer<typeof ReceivedMessages>
