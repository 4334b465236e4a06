import type { TransactionDetails } from './access/quota-rule.ts'
import type { JobResult, JobTask } from './engine/job.ts'
import type { Viewer } from './records/manners.ts'
import type { Release } from './releases.ts'
import type { Timing } from './timing.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * The seams of the simulator. Two rooms meet here and nowhere else:
 *   records/, access/, package/, installer/, rest/   know tables, rows, rights and HTTP;
 *   engine/, rules/, pages/                          know scripts and what a person sees.
 * Rows are what the platform's database holds: every value a string, empty is "", UTC "yyyy-MM-dd HH:mm:ss", booleans "1"/"0".
 */
export type Row = Readonly<Record<string, string>>
export type Operation = 'create' | 'read' | 'write' | 'delete' | 'execute'
export type Mutation = 'insert' | 'update' | 'delete'

export interface ColumnDefinition {
  readonly name: string
  readonly label: string
  /** sys_dictionary internal_type: string, integer, boolean, glide_date_time, reference, journal_input, password2, … */
  readonly type: string
  readonly reference?: string
  /** The value names the row by this column instead of its sys_id: sys_dictionary says `sys_user`, not an id. */
  readonly referenceKey?: string
  /** reference_cascade_rule: what happens to this row when the row it points at is deleted. */
  readonly cascade?: string
  readonly maxLength?: number
  readonly mandatory?: boolean
  readonly readOnly?: boolean
  readonly defaultValue?: string
  readonly display?: boolean
  readonly unique?: boolean
  /** A column of the parent that this table only changes, by what the platform calls a dictionary override. */
  readonly isOverride?: boolean
}

/** One entry of a field's list, from sys_choice. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly sequence: number
  /** Shown where it is stored, offered no more. */
  readonly inactive: boolean
}

export interface TableDefinition {
  readonly name: string
  readonly label: string
  readonly scope: string
  readonly parent?: string
  /** Own and inherited, in order. */
  readonly columns: ReadonlyMap<string, ColumnDefinition>
  readonly numberPrefix?: string
}

/** Who acts. `system` ignores ACLs (scripts' GlideRecord), a person or a guest does not. */
export interface Caller {
  readonly kind: 'system' | 'user' | 'guest'
  readonly userSysId: string
  readonly userName: string
  /** Contained roles already resolved. */
  readonly roles: ReadonlySet<string>
  readonly sessionId?: string
  /** When the transaction in which the caller acts is cancelled, by the clock on the wall; absent: never. */
  readonly endsAtMs?: number
}

export interface Query {
  readonly encoded?: string
  readonly orderBy?: readonly { readonly field: string; readonly descending: boolean }[]
  readonly limit?: number
  readonly offset?: number
}

/** `deferred`: whoever writes the record writes the sys_journal_field rows itself, with their rules. */
export type JournalWriting = 'written' | 'deferred'

/** Tables and rows; synchronous, on the main thread, durable when a data directory is given. Knows no rules and no rights. */
export interface RecordStore {
  findTable(name: string): TableDefinition | undefined
  tables(): Iterable<TableDefinition>
  find(table: string, sysId: string): Row | undefined
  /** Encoded queries as in the Table API; `caller` resolves `javascript:gs.getUserID()` and DYNAMIC. */
  query(table: string, query: Query, caller: Caller): readonly Row[]
  count(table: string, encoded: string, caller: Caller): number
  /** False when a part names no column, table or operator: the platform drops such parts and may find all rows. */
  isQueryValid(table: string, encoded: string, caller: Caller): boolean
  /** Does one encoded condition hold for this (perhaps unsaved) row? Used by rules, ACLs, UI actions. */
  matches(
    table: string,
    encoded: string,
    row: Row,
    previous: Row | undefined,
    caller: Caller,
    manner?: { readonly caseSensitive: boolean; readonly emptyIsLess: boolean },
  ): boolean
  /** Fills defaults, sys_ columns, numbering, journal rows; returns the stored row. */
  insert(table: string, values: Row, caller: Caller, journal?: JournalWriting): Row
  update(table: string, sysId: string, changes: Row, caller: Caller, journal?: JournalWriting): Row | undefined
  remove(table: string, sysId: string, caller: Caller): boolean
  /** Rows that go with this one, each under its own rules: `reference_cascade_rule` delete. */
  cascadedBy(table: string, sysId: string): readonly { readonly table: string; readonly sysId: string }[]
  /** The sys_journal_field rows that writing these values to a record means. */
  journalEntries(table: string, sysId: string, values: Row): readonly Row[]
  /** Labels of choices come in the viewer's language, English where there is no translation; times in his zone and patterns. */
  displayValue(table: string, field: string, value: string, viewer?: Viewer): string
  /** What people see, turned into what is stored: labels of choices, display values of references. Empty: no such row. */
  valueOfDisplay(table: string, field: string, shown: string, caller: Caller): string
  /** The choices of a field that may be chosen, in order. */
  choicesOf(table: string, field: string, language: string): readonly Choice[]
  /** The language of a person, else that of the instance. */
  languageOf(caller: Caller): string
  /** Language, time zone and patterns of a person, else those of the instance. */
  viewerOf(caller: Caller): Viewer
  /** Dot-walks `caller_id.name` from a row. */
  walk(table: string, row: Row, path: string): { table: string; field: string; value: string } | undefined
  /** All-or-nothing for package installation. */
  atomically<T>(work: () => T): T
  /** Grows with every write to the table: what a cache of scripts or rules has to remember. */
  revision(table: string): number
  /** Another one whenever a table has been defined, changed or dropped. */
  readonly schemaRevision: number
  /** Plain text of a `password2` value; what is not encrypted comes back as it is. */
  decrypt(value: string): string
  /** As a `password2` column keeps it. */
  encrypt(plain: string): string
  /** Entries of a journal field, newest first, as forms and display values show them; at most `count`, else all. */
  journalText(table: string, sysId: string, element: string, viewer?: Viewer, count?: number): string
  /** Value of a sys_properties row. */
  property(name: string): string | undefined
}

export interface AttachedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

/** Bytes that hang on a record, in the chunks of sys_attachment_doc. The sys_attachment row is written as any other, with its rules. */
export interface AttachmentStore {
  /** The values of the sys_attachment row for a file on a record. */
  describe(table: string, sysId: string, file: AttachedFile): Row
  /** Keeps the bytes of a row that is there. */
  keep(attachmentSysId: string, bytes: Buffer, caller: Caller): void
  /** Bytes of one sys_attachment row, or undefined when there is none. */
  read(attachmentSysId: string): Buffer | undefined
}

export interface AclDecision {
  readonly allowed: boolean
  /** sys_ids of ACL records that decided, for the coverage page and the error detail. */
  readonly decidedBy: readonly string[]
}

/** Rights. Asynchronous because an ACL may hold a script, which runs in a worker. */
export interface AccessControl {
  decide(
    operation: Operation,
    table: string,
    row: Row | undefined,
    field: string | undefined,
    caller: Caller,
  ): Promise<AclDecision>
  /** The field rules alone, for whoever has asked about the row already. */
  decideField(
    operation: Operation,
    table: string,
    row: Row | undefined,
    field: string,
    caller: Caller,
  ): Promise<AclDecision>
  /** ACLs of another type: REST_Endpoint, ui_page, processor. */
  decideNamed(type: string, name: string, operation: Operation, caller: Caller): Promise<AclDecision>
  /** ACLs that a record lists by sys_id (`enforce_acl` of Scripted REST): one of them must pass. An empty list refuses nobody. */
  decideListed(aclSysIds: readonly string[], caller: Caller): Promise<AclDecision>
}

/** The values that a form shows, stored nowhere, and the `g_scratchpad` of its client scripts. */
export interface PreparedForm {
  readonly row: Row
  readonly scratchpad: object
}

/** What the engine offers the main thread; every call is one transaction in a worker of its own. */
export interface ScriptEngine {
  /** Runs before rules, writes through the store, runs after rules, queues async ones. An aborted one rejects with MutationAborted. */
  mutate(kind: Mutation, table: string, sysId: string | undefined, values: Row, caller: Caller): Promise<Row>
  /** ACL script or condition; `answer` semantics. */
  evaluateAcl(
    aclSysId: string,
    table: string,
    row: Row | undefined,
    field: string | undefined,
    caller: Caller,
  ): Promise<boolean>
  runScheduledJob(sysId: string): Promise<void>
  /** Queues the events whose time has come, each as the user who asked for it. */
  runDueEvents(): void
  /** The query as the table's before-query rules leave it for this caller; undefined when one of them aborted it. */
  restrictQuery(table: string, encoded: string, caller: Caller): Promise<string | undefined>
  /** Runs display rules on the row that a form is going to show. */
  prepareForm(table: string, row: Row, isNew: boolean, caller: Caller): Promise<PreparedForm>
  /** Any other transaction: a route, with the bytes of its body, a UI action, GlideAjax, a background script. Rejects when the script failed. */
  run(task: JobTask, caller: Caller, body?: Buffer): Promise<JobResult>
  /** Resolves when no queued work (async business rules) is left. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface MutationAborted extends Error {
  readonly code: 'mutation_aborted'
  readonly messages: readonly string[]
  /** What the data policy says that refused it, if one did. */
  readonly policy: string | undefined
}

/** Wall time that tests can move; everything in the simulator asks it, nothing asks Date. */
export interface Clock {
  now(): number
  /** Called when a test has moved the time; returns how to stop listening. Whoever waits for a due time looks again. */
  onMove(listener: () => void): () => void
}

export interface CoverageLedger {
  /** A record of the package (table + sys_id) was run, kept only, or refused. */
  executed(table: string, sysId: string): void
  refused(table: string, sysId: string, reason: string): void
  notSimulated(what: string): never
}

export interface SessionMessage {
  readonly kind: 'info' | 'error'
  readonly text: string
}

/** One browser's or script client's login. Lives in memory: a restart logs everybody out, as a node restart does. */
export interface Session {
  readonly id: string
  /** Empty for a guest's session. */
  readonly userSysId: string
  /** The `g_ck` of pages and the `X-UserToken` / `sysparm_ck` of requests. */
  readonly token: string
  readonly clientData: Map<string, string>
  /** gs.addInfoMessage / addErrorMessage: the next page shows and empties them. */
  readonly messages: SessionMessage[]
}

/** What the credentials of one REST request prove. `refused` is a 401; `anonymous` carries no credentials at all. */
export type RestIdentity =
  | { readonly kind: 'caller'; readonly caller: Caller; readonly session?: Session }
  | { readonly kind: 'anonymous'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly reason: string }

/** How long a transaction may take: rows of sysrule_quota. */
export interface Quotas {
  /** The same caller, as who acts in a transaction that begins now. */
  begin(caller: Caller, facts: Omit<TransactionDetails, 'user'>): Caller
}

export interface Sessions {
  /** The system caller: scripts, the installer, scheduled jobs. */
  readonly system: Caller
  readonly guest: Caller
  /** REST: basic, bearer, or cookie with X-UserToken. A cookie of a person without the token is refused. */
  identify(request: IncomingMessage): RestIdentity
  /** Pages: the cookie alone. Undefined when there is none or it has ended. */
  findSession(request: IncomingMessage): Session | undefined
  /** By Caller.sessionId: scripts read the token and client data of the session they run in. */
  findById(sessionId: string): Session | undefined
  /** Starts a session for a person, undefined when name or password is wrong or the user is inactive. */
  login(userName: string, password: string): Session | undefined
  /** A session of nobody: login pages need a token too. */
  startGuestSession(): Session
  logout(session: Session): void
  /** Sets the session's cookies on an answer. */
  attach(response: ServerResponse, session: Session): void
  callerOf(session: Session): Caller
  /** Roles resolved as they stand now. Undefined: no such user, or inactive. */
  findCaller(userSysId: string): Caller | undefined
}

export interface SimulatorSettings {
  readonly instanceName: string
  /** `http://127.0.0.1:PORT`, no slash at the end; known before the first request is answered. */
  readonly baseUrl: string
  /** Whose engine and session rules hold; the newest unless asked. */
  readonly release?: Release
  /** Application scopes whose scripts may run; undefined: every installed scope. */
  readonly scopeAllowlist?: ReadonlySet<string>
}

export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  facts?: Readonly<Record<string, unknown>>,
) => void

/** Everything a room may ask for; instance.ts makes it. */
export interface SimulatorParts {
  readonly store: RecordStore
  readonly attachments: AttachmentStore
  readonly access: AccessControl
  readonly sessions: Sessions
  readonly quotas: Quotas
  readonly clock: Clock
  readonly ledger: CoverageLedger
  readonly engine: ScriptEngine
  readonly settings: SimulatorSettings
  readonly timing: Timing
  readonly log: Log
}

/** What createScriptEngine gets: all parts but itself. */
export type EngineParts = Omit<SimulatorParts, 'engine'>
