import type { Answer, Body, Contract, Contracts, Params, Query } from '@accord/shared/contracts'

import type { SourceCaller } from '../nodes/callers.ts'

/** What a handler is given: checked by its contract, and nothing of the request besides. */
export interface Call<C extends Contract> {
  readonly params: Params<C>
  readonly query: Query<C>
  readonly body: Body<C>
  /** A body that is no JSON, as it comes. */
  readonly content: C extends { readonly bodyType: string } ? AsyncIterable<Uint8Array> : undefined
  /** Of an answer that is bytes: the place of the first that is asked for. */
  readonly from: C extends { readonly answerType: 'application/octet-stream' } ? number : undefined
  /** Who has signed the call; present where the operation's proof is a source's signature. */
  readonly source: C extends { readonly proof: 'source-signature' } ? SourceCaller : undefined
}

/** One call of a service for each operation of a table. A name that is missing or too many does not compile. */
export type Handlers<Table extends Contracts> = {
  readonly [Name in keyof Table]: (call: Call<Table[Name]>) => Promise<Answer<Table[Name]>>
}
