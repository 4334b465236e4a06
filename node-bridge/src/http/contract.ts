import { type ErrorCode, PAGE_CODES, PROXY_CODES, TLS_CODES } from '@accord/shared/protocol'
import type { z } from 'zod'

/** How the caller of an operation proves who it is. */
export type Proof =
  'none' | 'instance-token' | 'operator-token' | 'signed-body' | 'signed-request' | 'source-signature' | 'key-chain'

export interface Contract {
  readonly proof: Proof
  readonly params: z.ZodType
  /** Undefined: a query is ignored. */
  readonly query?: z.ZodObject
  /** Undefined: the operation takes no body. */
  readonly body: z.ZodType | undefined
  /** JSON that is answered; undefined for another content type. */
  readonly answer: z.ZodType | undefined
  /** Of an answer that is not JSON; plain text when absent. */
  readonly answerType?: string
  readonly status: 200 | 201
  /** Refusals that are particular to this operation, for its documentation. */
  readonly refusals: readonly ErrorCode[]
}

export const CODE_REFUSALS = [
  'code_malformed',
  'code_truncated',
  'code_signature_invalid',
  'code_other_product',
] as const
export const NETWORK_REFUSALS = [
  'url_refused',
  'name_unresolved',
  ...TLS_CODES,
  ...PROXY_CODES,
  ...PAGE_CODES,
  'connection_refused',
  'timed_out',
  'unreachable',
  'not_accord',
  'node_url_needed',
  'protocol_violation',
] as const
export const LICENCE_REFUSALS = ['licence_ended', 'licence_limit'] as const
export const SIGNED_REFUSALS = [
  'clock_skew',
  'proof_invalid',
  'request_replayed',
  'connection_unknown',
  'connection_gone',
  'state_conflict',
] as const
