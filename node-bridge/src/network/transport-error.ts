import type { ErrorCode } from '@accord/shared/protocol'

import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { codeOfOpenSsl, TLS_FAULTS } from './tls-faults.ts'

/** What sockets, resolvers and TLS report, as the catalogue names it. First match wins. */
const NAMED: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR_FORBIDDEN_ADDRESS$/u, 'url_refused'],
  [/^ERR_PROXY_UNREACHABLE$/u, 'proxy_unreachable'],
  [/^ERR_PROXY_UNAUTHORIZED$/u, 'proxy_unauthorized'],
  [/^ERR_PROXY_FORBIDDEN$/u, 'proxy_forbidden'],
  [/^ERR_PROXY_FAILED$/u, 'proxy_failed'],
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA)$/u, 'name_unresolved'],
  [/^ECONNREFUSED$/u, 'connection_refused'],
  [/^(?:ETIMEDOUT|ECONNABORTED|ERR_CANCELED|ESOCKETTIMEDOUT|TimeoutError|UND_ERR_\w*TIMEOUT)$/u, 'timed_out'],
  ...TLS_FAULTS,
  [/^HPE_/u, 'not_accord'],
  [/^(?:ERR_BAD_RESPONSE|ERR_FR_MAX_CONTENT_LENGTH_EXCEEDED)$/u, 'protocol_violation'],
]

/** Turns a failed exchange into a refusal. The original stays as `cause` for the log; nothing of it reaches a person. */
export function refusalOfTransport(error: unknown): Refusal {
  if (isRefusal(error)) return error
  const codes = codesOf(error, 4)
  const found = NAMED.find(([pattern]) => codes.some((code) => pattern.test(code)))
  return new Refusal(found?.[1] ?? 'unreachable', undefined, { cause: error })
}

/** Codes of the error, of its causes, and of each attempt where several addresses were tried. */
function codesOf(error: unknown, depth: number): string[] {
  if (typeof error !== 'object' || error === null || depth === 0) return []
  // What was cut off by a signal carries a number as its code; only its name says that the time was over.
  const code =
    'code' in error && typeof error.code === 'string' ? error.code : 'name' in error ? String(error.name) : ''
  const own = code === 'EPROTO' && 'message' in error ? [codeOfOpenSsl(String(error.message)), code] : [code]
  const causes = 'cause' in error ? codesOf(error.cause, depth - 1) : []
  const attempts = 'errors' in error && Array.isArray(error.errors) ? error.errors : []
  return [...own, ...causes, ...attempts.slice(0, 8).flatMap((attempt) => codesOf(attempt, depth - 1))]
}
