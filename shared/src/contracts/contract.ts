import type { z } from 'zod'
import type { ConsoleRight, ErrorCode } from '../protocol/index.js'
import type * as Schemas from '../schemas/index.js'

type SchemaTable = typeof Schemas
/** A schema by its name: so a contract has no import that would bring zod to an instance or to its pages. */
export type SchemaName = {
  [Name in keyof SchemaTable]: SchemaTable[Name] extends z.ZodType ? Name : never
}[keyof SchemaTable]
type NamesActor = {
  [Name in SchemaName]: z.input<SchemaTable[Name]> extends { readonly actor: string } ? Name : never
}[SchemaName]

type QueryName = Extract<SchemaName, `${string}Query`>
export type QuerySpec = {
  [Name in QueryName]: { readonly schema: Name; readonly names: readonly (keyof z.output<SchemaTable[Name]>)[] }
}[QueryName]

/** Who calls. `console`: the pages only; both hosts answer them, but no node's interface names them. */
export type Audience = 'public' | 'node' | 'instance' | 'operator' | 'console'

/** How the caller proves who it is. */
export type Proof =
  'none' | 'instance-token' | 'operator-token' | 'signed-body' | 'signed-request' | 'source-signature' | 'key-chain'

/** One operation, described once: every route, client, document and test of it is derived from this. */
export type Contract = {
  readonly summary: string
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Each `{name}` in it is a UUID, but for `{sha256}`. */
  readonly path: string
  readonly audience: Audience
  /** Where the audience usually proves itself in another way. */
  readonly proof?: Proof
  /** Of a user of the console, at least; absent: the pages do not call it. */
  readonly role?: ConsoleRight | 'public'
  /** Where the pages call it, if that does not follow from `path`. */
  readonly consolePath?: string
  /** The one host of the pages that has it; both when absent. */
  readonly host?: 'instance' | 'bridge'
  /** The pages know nothing less after it: it only asks. */
  readonly asks?: true
  /** Ignored when absent. `names`: of all its members. */
  readonly query?: QuerySpec
  /** Of a success, 200 when absent. */
  readonly status?: 201 | 206
  /** JSON; when absent, either `answerType` says what is answered, or `{}` is. */
  readonly answer?: SchemaName
  readonly answerType?: string
  /** Of a body that is no JSON: bytes, given to the handler as they came. */
  readonly bodyType?: 'application/octet-stream'
  /** Body or answer are as long as a file, and are read or sent as they come. */
  readonly isStreamed?: true
  /** Instead of `status`, where a member of the answer is false. */
  readonly unless?: { readonly member: string; readonly status: 503; readonly title: string }
  /** How often an address may call: not at all counted, as a stranger, or as one who guesses. */
  readonly rate?: 'probe' | 'redeem'
  /** Of its body and of its answer at most; LIMITS.bodyBytes when absent. */
  readonly bytes?: number
  /** Which answers carry a signature of their own where the proof does not imply it, PROTOCOL.md §5.9. */
  readonly signed?: 'refusals' | 'answers'
  /** Particular to this operation: those of its proof and its shape go without saying. */
  readonly refusals?: readonly ErrorCode[]
} & (
  | { readonly body: NamesActor; readonly actor: true }
  | { readonly body?: Exclude<SchemaName, NamesActor>; readonly actor?: never }
)

export type Contracts = Readonly<Record<string, Contract>>

type Output<Name> = Name extends SchemaName ? z.output<SchemaTable[Name]> : undefined
type Input<Name> = Name extends SchemaName ? z.input<SchemaTable[Name]> : undefined
type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

export interface TextAnswer {
  readonly contentType: string
  readonly text: string
}

/** Bytes of a file. `range`: which ones, of how many; without it all. */
export interface BytesAnswer {
  readonly contentType: string
  readonly bytes: number
  readonly parts: AsyncIterable<Uint8Array>
  readonly range?: { readonly from: number; readonly of: number }
}

export type Params<C extends Contract> = { readonly [Name in NamesIn<C['path']>]: string }
/** As the service gets them: checked, with their defaults. */
export type Query<C extends Contract> = C extends { readonly query: { readonly schema: infer Name } }
  ? Output<Name>
  : undefined
export type Body<C extends Contract> = Output<C['body']>
export type Answer<C extends Contract> = C extends { readonly answer: infer Name }
  ? Output<Name>
  : C extends { readonly answerType: 'application/octet-stream' }
    ? BytesAnswer
    : C extends { readonly answerType: string }
      ? TextAnswer
      : object

/** As a page sends it: its host adds who is logged in. */
export type SentBody<C extends Contract> = C extends { readonly actor: true }
  ? Omit<Input<C['body']>, 'actor'>
  : Input<C['body']>
