import type { ErrorCode } from '@accord/shared/protocol'

import { refusalOfTransport } from '../../network/transport-error.ts'
import type { SendFailure } from '../send-failure.ts'

const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined

/** What nodemailer throws, by the words of the catalogue. */
export function failureOfMail(error: unknown): SendFailure {
  const kind = fieldOf(error, 'code')
  const status = Number(fieldOf(error, 'responseCode') ?? 0)
  const reply = replyOf(status, fieldOf(error, 'response'))
  const named = (code: ErrorCode, isFinal: boolean): SendFailure => ({ code, reply, isFinal, cause: error })
  // Settings are put right and the node restarted: what waits goes out then.
  if (kind === 'EAUTH' || kind === 'ENOAUTH' || status === 530) return named('mail_login_refused', false)
  if (fieldOf(error, 'command') === 'STARTTLS' && status > 0) return named('mail_not_encrypted', false)
  if (status >= 500) return named('mail_refused', true)
  if (status >= 400) return named('mail_deferred', false)
  return named(networkCodeOf(error), false)
}

/** `550 5.1.1`: the number of RFC 5321 and that of RFC 3463, where there is one. */
function replyOf(status: number, response: unknown): string | null {
  if (!(status > 0)) return null
  const [, enhanced] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/u.exec(String(response)) ?? []
  return enhanced === undefined ? String(status) : `${status} ${enhanced}`
}

/** nodemailer puts a word of its own in the place of the code of Node.js, and keeps that beside it where it can. */
function networkCodeOf(error: unknown): ErrorCode {
  const original = fieldOf(error, 'originalCode') ?? fieldOf(error, 'code')
  if (original !== 'ETLS') return refusalOfTransport({ code: original }).code
  const message = String(fieldOf(error, 'message'))
  return TLS_SENTENCES.find(([pattern]) => pattern.test(message))?.[1] ?? 'tls_failed'
}

/** Where the connection becomes encrypted later, the sentence of Node.js is all that is left. */
const TLS_SENTENCES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/self-signed certificate in|unable to (?:get|verify)/u, 'tls_unknown_issuer'],
  [/self-signed/u, 'tls_self_signed'],
  [/expired/u, 'tls_expired'],
  [/altnames/u, 'tls_other_name'],
]
