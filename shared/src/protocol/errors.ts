import { CALLER_ERRORS } from './errors/callers.js'
import { CONNECTION_ERRORS } from './errors/connections.js'
import { CONSOLE_ERRORS } from './errors/console.js'
import { HANDSHAKE_ERRORS } from './errors/handshake.js'
import { HTTP_ERRORS } from './errors/http.js'
import { CALLBACK_ERRORS, PAGE_ERRORS } from './errors/instance.js'
import { LICENCE_ERRORS } from './errors/licences.js'
import { NOTICE_ERRORS } from './errors/notices.js'
import { PASTED_CODE_ERRORS } from './errors/pasted-codes.js'
import { PROXY_ERRORS } from './errors/proxy.js'
import { REACHING_ERRORS } from './errors/reaching.js'
import { SYNC_ERRORS } from './errors/sync.js'
import { TLS_ERRORS } from './errors/tls.js'

export type { ErrorEntry, Responsible } from './errors/entry.js'
export { isSyncErrorCode } from './errors/sync.js'
export type { SyncErrorCode } from './errors/sync.js'

/** Every refusal of the product, once (PROTOCOL.md §7), by theme. */
export const ERROR_CODES = {
  ...PASTED_CODE_ERRORS,
  ...HANDSHAKE_ERRORS,
  ...REACHING_ERRORS,
  ...CONNECTION_ERRORS,
  ...LICENCE_ERRORS,
  ...CALLER_ERRORS,
  ...CALLBACK_ERRORS,
  ...SYNC_ERRORS,
  ...CONSOLE_ERRORS,
  ...NOTICE_ERRORS,
  ...HTTP_ERRORS,
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** Why a node does not get out through its own proxy. */
export const PROXY_CODES = Object.keys(PROXY_ERRORS) as readonly (keyof typeof PROXY_ERRORS)[]

/** Why a secure connection fails, cause by cause. */
export const TLS_CODES = Object.keys(TLS_ERRORS) as readonly (keyof typeof TLS_ERRORS)[]

/** What a page in the place of an answer says. */
export const PAGE_CODES = Object.keys(PAGE_ERRORS) as readonly (keyof typeof PAGE_ERRORS)[]

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERROR_CODES, code)
