import { PAGE_CODES, PROXY_CODES, TLS_CODES } from '../protocol/index.js'

/** Refusals that several operations share. */
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
