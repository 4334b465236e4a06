/** What a sync script may use. The tables come from the instance's own dictionary (tables.d.ts). */
declare module 'accord' {
  export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
  export interface Person {
    readonly name: string
    readonly email?: string
    readonly id?: string
  }
  export interface Comment {
    readonly id: string
    readonly body: string
    readonly author: Person
    readonly at: string
    readonly internal: boolean
    readonly edited: boolean
  }
  export interface Attachment {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly bytes: number
    readonly sha256: string
    readonly author: Person
    readonly at: string
  }

  /** What travels. The well-known names are those that every tracker has; the rest goes into customKeys. */
  export interface Replica {
    type: string
    key: string
    url?: string
    summary?: string
    description?: string
    status?: string
    resolution?: string
    priority?: string
    reporter?: Person
    assignee?: Person
    group?: string
    dueAt?: string
    labels?: readonly string[]
    customKeys: Record<string, Json>
    /** Left out, nothing of the kind is sent. `comments.visible()` is the only list without internal ones. */
    comments?: readonly Comment[]
    attachments?: readonly Attachment[]
  }

  export interface Choice<V extends string, L extends string> {
    readonly value: V
    readonly label: L
  }
  export interface Ref<T extends keyof Tables> {
    readonly id: string
    readonly display: string
    /**
     * Reads the record that it points at.
     * @example
     * const caller = entity.caller_id?.get()
     * if (caller) replica.reporter = { name: caller.name, email: caller.email }
     */
    get(): Readonly<Tables[T]>
  }

  export interface Comments {
    /**
     * Entries that customers read.
     * @example
     * replica.comments = comments.visible()
     */
    visible(): readonly Comment[]
    /**
     * Work notes: entries that only our own people read. Publishing asks before they leave.
     * @example
     * replica.customKeys['workNotes'] = comments.internal().length
     */
    internal(): readonly Comment[]
    /**
     * Both kinds: each keeps its `internal`. Publishing asks before work notes leave.
     * @example
     * replica.comments = entity.state.label === 'In Progress' ? comments.all() : comments.visible()
     */
    all(): readonly Comment[]
  }
  export interface Attachments {
    /**
     * The files of the record, without those that are too large or of another type.
     * @example
     * replica.attachments = attachments.all({ maxBytes: 20_000_000, types: ['text/plain'] })
     */
    all(limit?: { maxBytes?: number; types?: readonly string[] }): readonly Attachment[]
  }

  export interface NodeHelper {
    /**
     * A record of any table, by what people call it; null where there is none.
     * @example
     * entity.assignment_group = nodeHelper.getTableByName('sys_user_group', 'Service Desk')
     */
    getTableByName<T extends keyof Tables>(table: T, display: string): Ref<T> | null
    /**
     * The user with this address; null where there is none, or where no address is given.
     * @example
     * entity.caller_id =
     *   nodeHelper.getUserByEmail(replica.assignee?.email) ?? nodeHelper.find('sys_user', { user_name: 'partner.desk' })
     */
    getUserByEmail(email: string | undefined): Ref<'sys_user'> | null
    /**
     * The only match of an exact query; null where there is none. More than one is the error `lookup_ambiguous`.
     * @example
     * entity.caller_id =
     *   nodeHelper.getUserByEmail(replica.assignee?.email) ?? nodeHelper.find('sys_user', { user_name: 'partner.desk' })
     */
    find<T extends keyof Tables>(table: T, where: { readonly [F in keyof Tables[T]]?: string }): Ref<T> | null
  }
  export interface CommentHelper {
    /**
     * New entries of the other side: those that customers read into `comments`, the others into `work_notes`. An entry is
     * written once, however often its message comes.
     * @example
     * commentHelper.mergeComments({
     *   format: ({ author, body }) => `${author.name} (${connection.remote}): ${body}`,
     *   into: ({ internal }) => (internal ? null : 'comments'),
     * })
     */
    mergeComments(how?: {
      format?: (comment: Comment) => string
      /** 'comments' for an internal entry is the error `journal_widened`, unless the version allows it; null: not written. */
      into?: (comment: Comment) => 'comments' | 'work_notes' | null
    }): void
    /**
     * An entry of your own.
     * @example
     * commentHelper.add('work_notes', 'Seen by the partner')
     */
    add(journal: 'comments' | 'work_notes', body: string): void
  }
  export interface AttachmentHelper {
    /**
     * New files of the other side onto the record, after everything else was written: text never waits for a file. The same
     * file is there once. `remove`: files that this pair has brought here and that the other side has no more are deleted; no
     * others ever are.
     * @example
     * attachmentHelper.mergeAttachments(({ bytes }) => bytes <= 20_000_000)
     */
    mergeAttachments(filter?: (attachment: Attachment) => boolean, how?: { readonly remove?: boolean }): void
  }
  export interface SyncHelper {
    /**
     * Sends the record back once it is written, so that the other side learns its number.
     * @example
     * if (!syncHelper.isUnderSync('Another connection') && !firstSync) syncHelper.syncBackAfterProcessing()
     */
    syncBackAfterProcessing(): void
    /**
     * Ends the pair once the record is written; both records stay.
     * @example
     * if (replica.status === 'Done') syncHelper.unExalateAfterProcessing()
     */
    unExalateAfterProcessing(): void
    /**
     * Is the record in a pair, of any connection or of the one that is named?
     * @example
     * if (!syncHelper.isUnderSync('Another connection') && !firstSync) syncHelper.syncBackAfterProcessing()
     */
    isUnderSync(connection?: string): boolean
    /**
     * The number of the other side's record; null where it is not known yet.
     * @example
     * entity.correlation_id = syncHelper.remoteKey ?? replica.key
     */
    readonly remoteKey: string | null
    /**
     * The address of the other side's record; null where it has given none.
     * @example
     * entity.correlation_display = syncHelper.remoteUrl ?? 'no address'
     */
    readonly remoteUrl: string | null
  }
  /** Only hosts of the connection's allow-list. Answers are recorded with the run, so that it can be repeated exactly. */
  export interface HttpClient {
    /**
     * Asks another host. The operator of the node says which hosts scripts may call.
     * @example
     * const { status, json } = httpClient.get(`https://cmdb.example/owners/${replica.key}`)
     */
    get(url: string): { status: number; json(): Json }
    /**
     * Tells another host something, once for each message. In a test run it is listed and not done.
     * @example
     * const ticket = httpClient.post('https://hooks.example/tickets', { key: replica.key, found: status === 200 })
     */
    post(url: string, body: Json): { status: number; json(): Json }
  }

  interface Both {
    /**
     * Looks records of this side up: users, groups, anything that sync access opens.
     * @example
     * entity.assignment_group = nodeHelper.getTableByName('sys_user_group', 'Service Desk')
     */
    readonly nodeHelper: NodeHelper
    /**
     * What is known of the pair, and what becomes of it afterwards.
     * @example
     * entity.correlation_id = syncHelper.remoteKey ?? replica.key
     */
    readonly syncHelper: SyncHelper
    /**
     * Calls other hosts, those that the operator of the node has named.
     * @example
     * const { status, json } = httpClient.get(`https://cmdb.example/owners/${replica.key}`)
     */
    readonly httpClient: HttpClient
    /**
     * The connection's name, and what both sides are called in it.
     * @example
     * replica.labels = [`${connection.local} to ${connection.remote}`, now.slice(0, 4)]
     */
    readonly connection: { readonly name: string; readonly local: string; readonly remote: string }
    /**
     * The time of the message or of the look at the record, as ISO 8601 in UTC.
     * @example
     * replica.labels = [`${connection.local} to ${connection.remote}`, now.slice(0, 4)]
     */
    readonly now: string
    /**
     * A line that a test run shows.
     * @example
     * log('labels', replica.labels)
     */
    log(...words: readonly Json[]): void
    /**
     * Ends the run: nothing is sent, or written. The reason stands in the history of the pair.
     * @example
     * if (!firstSync && entity.state.label === 'In Progress') stop('work has begun here')
     */
    stop(reason: string): never
  }
  export interface Outgoing<T extends keyof Tables> extends Both {
    /**
     * The record of this side. Its fields are those that sync access opens.
     * @example
     * replica.summary = entity.short_description
     * replica.status = entity.state.label
     */
    readonly entity: Readonly<Tables[T]>
    /**
     * What travels to the other side. What is not set here stays at home.
     * @example
     * replica.summary = entity.short_description
     */
    readonly replica: Replica
    /**
     * The entries of the record's journals.
     * @example
     * replica.comments = comments.visible()
     */
    readonly comments: Comments
    /**
     * The files of the record.
     * @example
     * replica.attachments = attachments.all({ maxBytes: 20_000_000, types: ['text/plain'] })
     */
    readonly attachments: Attachments
    /**
     * True until the other side has confirmed the pair.
     * @example
     * if (!firstSync && entity.state.label === 'In Progress') stop('work has begun here')
     */
    readonly firstSync: boolean
  }
  export interface Incoming<T extends keyof Tables> extends Both {
    /**
     * What the other side has sent.
     * @example
     * entity.short_description = replica.summary ?? '(no summary)'
     */
    readonly replica: Readonly<Replica>
    /**
     * What the other side had sent before, where the node keeps messages; otherwise null.
     * @example
     * if (changed('status', 'customKeys.team')) entity.close_notes = `was ${previous?.status ?? 'unknown'}`
     */
    readonly previous: Readonly<Replica> | null
    /**
     * The record of this side, to be written. What is not set here stays as it is.
     * @example
     * entity.short_description = replica.summary ?? '(no summary)'
     * entity.state = 'Resolved'
     */
    readonly entity: Tables[T]
    /**
     * True for the first message of a pair.
     * @example
     * if (!syncHelper.isUnderSync('Another connection') && !firstSync) syncHelper.syncBackAfterProcessing()
     */
    readonly firstSync: boolean
    /**
     * Did the sender change one of these since its last message? True for all at the first sync, but not where this side's stands.
     * @example
     * if (changed('summary')) entity.short_description = replica.summary ?? ''
     */
    changed(...names: readonly (keyof Replica | `customKeys.${string}`)[]): boolean
    /**
     * Writes into the journals of the record.
     * @example
     * commentHelper.add('work_notes', 'Seen by the partner')
     */
    readonly commentHelper: CommentHelper
    /**
     * Brings files to the record.
     * @example
     * attachmentHelper.mergeAttachments(({ bytes }) => bytes <= 20_000_000)
     */
    readonly attachmentHelper: AttachmentHelper
    /**
     * Writes what was set and added so far, and answers the record as it is then: with its number, and with what business
     * rules have made of it. Done once for its message, however often that is tried; five times at most. Files follow at the end.
     * @example
     * entity.short_description = replica.summary ?? ''
     * entity.description = `See ${store().number}`
     */
    store(): Readonly<Tables[T]>
  }
  /** What rules get when the other side's record was deleted: nothing of it, since the message carries nothing. */
  export interface Deleted<T extends keyof Tables> extends Omit<Both, 'syncHelper'> {
    /**
     * The record of this side, to be written. What is not set here stays as it is.
     * @example
     * deleted({ entity, commentHelper, connection, syncHelper }) {
     *   entity.state = 'Canceled'
     */
    readonly entity: Tables[T]
    /**
     * Writes an entry of your own into a journal of the record.
     * @example
     * commentHelper.add('work_notes', `${syncHelper.remoteKey ?? 'The other record'} was deleted at ${connection.remote}`)
     */
    readonly commentHelper: Pick<CommentHelper, 'add'>
    /**
     * What is known of the pair, which ends in any case.
     * @example
     * commentHelper.add('work_notes', `${syncHelper.remoteKey ?? 'The other record'} was deleted at ${connection.remote}`)
     */
    readonly syncHelper: Pick<SyncHelper, 'isUnderSync' | 'remoteKey' | 'remoteUrl'>
    /**
     * Has this pair made the record? False for one that was here before.
     * @example
     * if (madeBySync) deleteRecord()
     */
    readonly madeBySync: boolean
    /**
     * Deletes the record of this side; nothing else of the run is written then. Sync access has to allow it, as the administrator of
     * the instance says for each table.
     * @example
     * if (madeBySync) deleteRecord()
     */
    deleteRecord(): void
  }
  export interface WhenDeleted<T extends keyof Tables> {
    /**
     * The other side's record was deleted, and the pair ends. Left out, the record of this side stays as it is.
     * @example
     * deleted({ entity, madeBySync, deleteRecord, stop }) {
     *   if (entity.state.label === 'Closed') stop('what is closed is kept')
     *   if (madeBySync) deleteRecord()
     * },
     */
    deleted?(use: Deleted<T>): void
  }
  /**
   * The rules by which records of a table leave.
   * @example
   * export default outgoing('incident', ({ replica, comments }) => {
   *   replica.comments = comments.visible()
   * })
   */
  export function outgoing<T extends keyof Tables>(table: T, rules: (use: Outgoing<T>) => void): unknown
  /**
   * The rules by which what comes in is written into records of a table.
   * @example
   * export default incoming('incident', ({ attachmentHelper }) => {
   *   attachmentHelper.mergeAttachments(({ bytes }) => bytes <= 20_000_000)
   * })
   */
  export function incoming<T extends keyof Tables>(
    table: T,
    rules: (use: Incoming<T>) => void,
    others?: WhenDeleted<T>,
  ): unknown
  /**
   * Looks a word up. A word that has no line is the error `value_unmapped`, which names the words there are.
   * @example
   * entity.state = map(replica.status, { 'To Do': 'New', Done: 'Resolved' })
   */
  export function map<const T extends Record<string, unknown>>(word: string | undefined, table: T): T[keyof T]
  /**
   * Looks a word up; a word that has no line is what stands last.
   * @example
   * entity.urgency = map(replica.priority, { Highest: '1 - High' }, '3 - Low')
   */
  export function map<const T extends Record<string, unknown>, const D>(
    word: string | undefined,
    table: T,
    otherwise: D,
  ): T[keyof T] | D
}
