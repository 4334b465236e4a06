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
    /** Reads the record that it points at. */ get(): Readonly<Tables[T]>
  }

  export interface Comments {
    visible(): readonly Comment[]
    internal(): readonly Comment[]
    /** Both kinds: each keeps its `internal`. */ all(): readonly Comment[]
  }
  export interface Attachments {
    all(limit?: { maxBytes?: number; types?: readonly string[] }): readonly Attachment[]
  }

  export interface NodeHelper {
    getTableByName<T extends keyof Tables>(table: T, display: string): Ref<T> | null
    getUserByEmail(email: string | undefined): Ref<'sys_user'> | null
    /** The only match of an exact query; more than one is the error `lookup_ambiguous`. */
    find<T extends keyof Tables>(table: T, where: { readonly [F in keyof Tables[T]]?: string }): Ref<T> | null
  }
  export interface CommentHelper {
    /** New entries of the replica into the journal: public ones into `comments`, internal ones into `work_notes`. Twice the same entry is written once, whatever happens. */
    mergeComments(how?: {
      format?: (comment: Comment) => string
      /** 'comments' for an internal entry is the error `journal_widened` unless the version allows it. */ into?: (
        comment: Comment,
      ) => 'comments' | 'work_notes' | null
    }): void
    add(journal: 'comments' | 'work_notes', body: string): void
  }
  export interface AttachmentHelper {
    /**
     * New files of the replica onto the record, after everything else was written: text never waits for a file. Twice the same file is
     * there once. `remove`: files that this pair has brought here and that the other side has no more are deleted; no others ever are.
     */
    mergeAttachments(filter?: (attachment: Attachment) => boolean, how?: { readonly remove?: boolean }): void
  }
  export interface SyncHelper {
    syncBackAfterProcessing(): void
    unExalateAfterProcessing(): void
    isUnderSync(connection?: string): boolean
    readonly remoteKey: string | null
    readonly remoteUrl: string | null
  }
  /** Only hosts of the connection's allow-list. Answers are recorded with the run, so that it can be repeated exactly. */
  export interface HttpClient {
    get(url: string): { status: number; json(): Json }
    post(url: string, body: Json): { status: number; json(): Json }
  }

  interface Both {
    readonly nodeHelper: NodeHelper
    readonly syncHelper: SyncHelper
    readonly httpClient: HttpClient
    readonly connection: { readonly name: string; readonly local: string; readonly remote: string }
    readonly now: string
    log(...words: readonly Json[]): void
    /** Ends the run: nothing is sent, or written. The reason stands in the item's history. */
    stop(reason: string): never
  }
  export interface Outgoing<T extends keyof Tables> extends Both {
    readonly entity: Readonly<Tables[T]>
    readonly replica: Replica
    readonly comments: Comments
    readonly attachments: Attachments
    /** True until the other side has confirmed the pair. */
    readonly firstSync: boolean
  }
  export interface Incoming<T extends keyof Tables> extends Both {
    readonly replica: Readonly<Replica>
    readonly previous: Readonly<Replica> | null
    readonly entity: Tables[T]
    readonly firstSync: boolean
    /** Did the sender change one of these since its last message? True for all at the first sync. */
    changed(...names: readonly (keyof Replica | `customKeys.${string}`)[]): boolean
    readonly commentHelper: CommentHelper
    readonly attachmentHelper: AttachmentHelper
    /** Writes what was set so far and answers the record as the instance saved it, with its number. */
    store(): Readonly<Tables[T]>
  }
  export function outgoing<T extends keyof Tables>(table: T, rules: (use: Outgoing<T>) => void): unknown
  export function incoming<T extends keyof Tables>(table: T, rules: (use: Incoming<T>) => void): unknown
  /** Looks a word up; without a default an unknown word is the error `value_unmapped`, which names the words there are. */
  export function map<const T extends Record<string, unknown>>(word: string | undefined, table: T): T[keyof T]
  export function map<const T extends Record<string, unknown>, const D>(
    word: string | undefined,
    table: T,
    otherwise: D,
  ): T[keyof T] | D
}
