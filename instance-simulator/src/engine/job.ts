import type { Manners } from './glide/times/zones.ts'

/** What the main thread sends to a worker and what comes back; types only, read by both realms. */
export type Values = Readonly<Record<string, string>>

export interface ScriptText {
  /** Shown in stack traces and refusals: `sys_script.<sys_id>`. */
  readonly name: string
  readonly source: string
  /** Application scope: which script includes are in reach, where log lines belong. */
  readonly scope: string
}

export interface RuleText extends ScriptText {
  readonly sysId: string
  readonly label: string
  readonly when: string
  readonly order: number
  readonly on: readonly ('insert' | 'update' | 'delete' | 'query')[]
  readonly filter: string
  readonly condition: string
  readonly roles: readonly string[]
  readonly abort: boolean
  readonly message: string
  /** `field=value^field=value^EQ` */
  readonly template: string
}

export interface PolicyRule {
  readonly field: string
  /** Undefined: left alone. */
  readonly mandatory?: boolean
  readonly readOnly?: boolean
}

/** A data policy: what holds for fields of a table where its conditions are true, and the reverse elsewhere if it says so. */
export interface PolicyText {
  readonly conditions: string
  readonly reverseIfFalse: boolean
  readonly rules: readonly PolicyRule[]
}

export interface RecordImage {
  readonly table: string
  readonly row: Values
}

/** What became of a write: the row as it stands now, the words of a broken unique key, or neither when there was no row. */
export interface WriteOutcome {
  readonly row?: Values
  readonly duplicate?: string
}

/** A call to another machine, as a script has put it together. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Values
  readonly body?: string
  /** Instead of a text: an attachment's bytes. */
  readonly stream?: { readonly attachment: string }
  readonly timeoutMs?: number
  readonly scope: string
  readonly logLevel?: string
  /** Addresses that a redirect may lead to; undefined: any. */
  readonly redirects?: readonly string[]
  /** The body of the answer is wanted as bytes, held on the main thread. */
  readonly keepBytes: boolean
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Values
  readonly body: string
  /** Of `keepBytes`: the handle of the bytes. */
  readonly held?: string
  /** The request never got an answer: refused, unknown host, timed out. */
  readonly failure?: string
  /** Of a call that nobody waits for: not there yet. */
  readonly isPending?: boolean
}

export interface RestRequestImage {
  readonly method: string
  readonly uri: string
  readonly url: string
  readonly pathParams: Values
  readonly queryParams: Readonly<Record<string, readonly string[]>>
  readonly queryString: string
  readonly headers: Values
  readonly body: string
  /** Longer than a script may read at once: only as a stream. */
  readonly isTooLong: boolean
}

export interface RestResponseImage {
  readonly status?: number
  readonly headers: Values
  readonly contentType?: string
  /** JSON of `{"result":…}`, or raw text from the stream writer. */
  readonly body?: string
  readonly raw: boolean
}

/** What one transform map made of a staged row: inserted, updated, ignored, error. */
export interface TransformOutcome {
  readonly map: string
  readonly table: string
  readonly sysId: string
  readonly status: string
  readonly message: string
}

export interface ActionCondition {
  readonly sysId: string
  readonly condition: string
  readonly scope: string
}

export type JobTask =
  | {
      readonly kind: 'mutate'
      readonly mutation: 'insert' | 'update' | 'delete'
      readonly table: string
      readonly sysId: string
      readonly values: Values
      /** As the transaction begins; null where there is none. */
      readonly stored: Values | null
    }
  | { readonly kind: 'acl'; readonly script: ScriptText; readonly record: RecordImage; readonly isNew: boolean }
  | {
      readonly kind: 'asyncRule'
      readonly rule: RuleText
      readonly current: RecordImage
      /** The row when the rule's turn has come; null where it is gone. */
      readonly stored: Values | null
    }
  | { readonly kind: 'script'; readonly script: ScriptText; readonly condition?: string }
  | { readonly kind: 'rest'; readonly script: ScriptText; readonly request: RestRequestImage }
  | {
      readonly kind: 'actionConditions'
      readonly table: string
      readonly sysId: string
      readonly actions: readonly ActionCondition[]
    }
  | {
      readonly kind: 'uiAction'
      readonly script: ScriptText
      readonly condition: string
      readonly table: string
      readonly sysId: string
      readonly values: Values
    }
  | { readonly kind: 'ajax'; readonly scope: string; readonly processor: string; readonly parameters: Values }
  | { readonly kind: 'processing'; readonly script: ScriptText; readonly parameters: Values }
  | { readonly kind: 'jelly'; readonly script: ScriptText; readonly record: RecordImage; readonly isNew: boolean }
  | { readonly kind: 'displayRules'; readonly record: RecordImage; readonly isNew: boolean }
  | {
      readonly kind: 'scriptAction'
      readonly script: ScriptText
      readonly condition: string
      readonly event: RecordImage
      readonly current?: RecordImage
    }
  | { readonly kind: 'transform'; readonly table: string; readonly sysId: string }
  | { readonly kind: 'restrictQuery'; readonly table: string; readonly encoded: string }
  | { readonly kind: 'relatedQuery'; readonly script: ScriptText; readonly table: string; readonly parent: RecordImage }

export interface JobCaller {
  readonly kind: string
  readonly userSysId: string
  readonly userName: string
  readonly displayName: string
  readonly email: string
  readonly roles: readonly string[]
  readonly sessionId: string
  readonly language: string
  readonly manners: Manners
}

export interface Job {
  readonly task: JobTask
  readonly caller: JobCaller
  /** Milliseconds to add to the machine's time: scripts see the simulator's clock. */
  readonly clockOffsetMs: number
  readonly instanceName: string
  readonly baseUrl: string
}

export interface ScriptMessage {
  readonly kind: 'info' | 'error'
  readonly text: string
}

export interface JobResult {
  readonly value?: unknown
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string }
  readonly messages: readonly ScriptMessage[]
}
