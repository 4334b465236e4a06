import { z } from 'zod'
import { COMMENT_HISTORIES, SYNC_LIMITS, TEMPLATE_NAMES, UNMAPPED_KINDS } from '../sync/index.js'
import { Id, IsoTime, Label, LanguageTag } from './primitives.js'

export const SyncTable = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/)
export const Condition = z.string().trim().max(SYNC_LIMITS.queryChars)
export const SyncDirection = z.enum(['outgoing', 'incoming'])
export type SyncDirection = z.infer<typeof SyncDirection>
const Script = z.string().max(SYNC_LIMITS.scriptChars)
const Names = z.array(z.string().max(100)).max(500)

/** An entry of sync access as the instance has it, or as a template needs it. */
export const TableAccess = z.object({
  table: SyncTable,
  mayCreate: z.boolean(),
  mayDelete: z.boolean().optional(),
  readFields: Names,
  writeFields: Names,
  readJournals: Names,
  writeJournals: Names,
  readFiles: z.boolean(),
  writeFiles: z.boolean(),
})
export type TableAccess = z.infer<typeof TableAccess>

/** The version of a script that counts now. `mayWiden`: internal entries may become visible by it. */
export const PublishedScript = z.object({
  version: z.int().min(1),
  source: z.string(),
  mayWiden: z.boolean(),
  publishedAt: IsoTime,
  publishedBy: Label,
})
export type PublishedScript = z.infer<typeof PublishedScript>

/** Comments that are older than a pair by more than two minutes: which of them travel, of pairs that begin from then on. */
const History = z.enum(COMMENT_HISTORIES)

/** `notes`: what people of this side should know of it; it goes nowhere. */
export const SyncTrigger = z.object({
  id: Id,
  query: z.string(),
  isActive: z.boolean(),
  history: History,
  notes: z.string().default(''),
  changedAt: IsoTime,
  changedBy: Label,
})
export type SyncTrigger = z.infer<typeof SyncTrigger>

/**
 * What the tracker of this side opens. `none`: it has no sync access, or this release reaches no records there. `unknown`: it does
 * not answer now, for the reason of `problem`, a code of the catalogue.
 */
export const SyncAccessReport = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('unknown'), problem: z.string(), detail: z.string() }),
  z.object({ state: z.literal('known'), tables: z.array(TableAccess), isSyncUserReady: z.boolean() }),
])
export type SyncAccessReport = z.infer<typeof SyncAccessReport>

/**
 * A word that published rules have met and could not translate, since that version. `path`: where they had it from, a JSON Pointer
 * into the replica or a field, empty where that is not known; `words`: those that there are; `met`: how often.
 */
export const UnmappedWord = z.object({
  direction: SyncDirection,
  kind: z.enum(UNMAPPED_KINDS),
  path: z.string(),
  word: z.string(),
  words: z.array(z.string()),
  met: z.int().min(1),
  lastAt: IsoTime,
})
export type UnmappedWord = z.infer<typeof UnmappedWord>

/** Which versions the author has seen; 0: none was published. */
const SeenVersions = z.strictObject({ outgoing: z.int().min(0), incoming: z.int().min(0) })

/** As it is typed: a condition may end in a space still. */
const DraftTrigger = z.strictObject({
  query: z.string().max(SYNC_LIMITS.queryChars),
  isActive: z.boolean(),
  history: History,
  notes: z.string().max(SYNC_LIMITS.noteChars).default(''),
})

/**
 * What is being written and counts nowhere yet: one draft for all who write. `author`: whoever changed it last, without a long
 * pause since `startedAt`. `revision` is another one after each change; `basedOn`: the versions that it began with.
 */
export const SyncDraft = z.object({
  revision: Id,
  outgoing: Script,
  incoming: Script,
  trigger: DraftTrigger,
  mayWiden: z.boolean(),
  basedOn: SeenVersions,
  author: Label,
  startedAt: IsoTime,
  changedAt: IsoTime,
})
export type SyncDraft = z.infer<typeof SyncDraft>

/** `follows`: the revision that its author has seen, null for none. One that says what counts already ends the draft. */
export const SaveSyncDraftRequest = z.strictObject({
  table: SyncTable,
  outgoing: Script,
  incoming: Script,
  trigger: DraftTrigger,
  mayWiden: z.boolean(),
  basedOn: SeenVersions,
  follows: z.uuid().nullable(),
  actor: Label,
})
export type SaveSyncDraftRequest = z.infer<typeof SaveSyncDraftRequest>

export const SavedSyncDraft = z.object({ draft: SyncDraft.nullable() })
export type SavedSyncDraft = z.infer<typeof SavedSyncDraft>

/** `template`: what a configuration that nobody has published yet would begin with; that of the draft when absent, or incidents. */
export const SyncConfigurationQuery = z.strictObject({ template: z.enum(TEMPLATE_NAMES).optional() })
export type SyncConfigurationQuery = z.infer<typeof SyncConfigurationQuery>

/**
 * How one side of a connection has configured sync, and how a new configuration begins. `template`: the scripts of it.
 * `isPeerReady`: the other side takes messages; null: it has not said yet.
 */
export const SyncConfiguration = z.object({
  connectionId: Id,
  /** Its rules are those of Basic mode, and nobody's here to write. A node of before says nothing of that. */
  isBasic: z.boolean().default(false),
  table: SyncTable,
  template: z.object({ name: z.string(), outgoing: z.string(), incoming: z.string(), query: z.string() }),
  outgoing: PublishedScript.nullable(),
  incoming: PublishedScript.nullable(),
  trigger: SyncTrigger.nullable(),
  draft: SyncDraft.nullable(),
  access: SyncAccessReport,
  isPeerReady: z.boolean().nullable(),
  /** Those that were met most often. */
  unmapped: z.array(UnmappedWord),
})
export type SyncConfiguration = z.infer<typeof SyncConfiguration>

const Place = z.int().min(1).nullable()

/**
 * What is wrong with a script, by `code` with its `facts` for the reader's language, and in the compiler's own words. Lines and
 * columns from 1, null where no place is at fault; the end is behind the last character, null where it is not known.
 */
export const ScriptFault = z.object({
  direction: SyncDirection,
  code: z.string(),
  facts: z.record(z.string(), z.string()).default({}),
  message: z.string(),
  line: Place,
  column: Place,
  endLine: Place.default(null),
  endColumn: Place.default(null),
})
export type ScriptFault = z.infer<typeof ScriptFault>

export const CheckScriptsRequest = z.strictObject({
  table: SyncTable,
  outgoing: Script,
  incoming: Script,
  /** Of what the compiler says; English when absent. */
  language: LanguageTag.optional(),
})
export type CheckScriptsRequest = z.infer<typeof CheckScriptsRequest>
/** `areTablesKnown`: false where the tracker has not said what its tables are: fields were not checked then. */
export const ScriptFaults = z.object({ faults: z.array(ScriptFault), areTablesKnown: z.boolean() })
export type ScriptFaults = z.infer<typeof ScriptFaults>

/** Both directions and the trigger at once, or none of them. */
export const PublishSyncRequest = z.strictObject({
  table: SyncTable,
  outgoing: Script,
  incoming: Script,
  trigger: z.strictObject({
    query: Condition,
    isActive: z.boolean(),
    history: History.default('visible'),
    notes: z.string().trim().max(SYNC_LIMITS.noteChars).default(''),
  }),
  mayWiden: z.boolean().default(false),
  basedOn: SeenVersions,
  /** The revision of the draft that this is: it ends with that. */
  draft: z.uuid().nullable().default(null),
  /** Why: for whoever reads the history. */
  note: z.string().trim().max(SYNC_LIMITS.noteChars).default(''),
  actor: Label,
})
export type PublishSyncRequest = z.infer<typeof PublishSyncRequest>

/** With faults nothing was published, and `configuration` is what it was before. */
export const PublishedSync = z.object({ faults: z.array(ScriptFault), configuration: SyncConfiguration })
export type PublishedSync = z.infer<typeof PublishedSync>
