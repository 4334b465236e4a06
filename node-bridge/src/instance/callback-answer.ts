import { type ErrorCode, LIMITS } from '@accord/shared/protocol'
import { z } from 'zod'

import { namePage, recognisePage } from '../network/foreign-page.ts'
import { quotedReason } from '../refusals/quoted-reason.ts'
import { recogniseBlock, type UnreadAnswer } from './blocked-caller.ts'

/** `code`: `delivered`, or a code of the catalogue. `detail`: what happened, for the status page and the list of jobs. */
export interface CallbackVerdict {
  readonly code: 'delivered' | ErrorCode
  readonly detail: string
  /** The instance answered with Retry-After. */
  readonly retryAfterS?: number | undefined
}

const Accepted = z.object({ result: z.object({ accepted: z.literal(true) }) })

/** A refusal of the application itself; whatever else has a status speaks for the platform or for a gateway. */
const AppRefusal = z.object({
  result: z.object({
    code: z.enum(['unauthenticated', 'clock_skew', 'malformed', 'payload_too_large', 'row_refused', 'internal']),
    detail: z.string().catch(''),
  }),
})

/** Only a 200 with `result.accepted` is a success: a sleeping instance answers every call with 200 and a page. */
export function verdictOfCallback(answer: UnreadAnswer): CallbackVerdict {
  const { status, contentType, text } = answer
  const json = parse(text)
  if (status === 200 && Accepted.safeParse(json).success)
    return { code: 'delivered', detail: 'The instance took the last event.' }
  const refusal = AppRefusal.safeParse(json)
  if (status >= 400 && refusal.success) return verdictOfApp(refusal.data.result)
  return recogniseBlock(answer) ?? verdictOfPage(status, contentType, text) ?? verdictOfStatus(status)
}

function verdictOfApp({ code, detail }: z.infer<typeof AppRefusal>['result']): CallbackVerdict {
  if (code === 'row_refused')
    return { code, detail: `A rule or policy of the instance refuses rows of Accord: ${quotedReason(detail)}.` }
  if (code === 'unauthenticated')
    return { code, detail: 'The instance refused the signature (401). Pair it with the node again.' }
  if (code === 'clock_skew')
    return { code, detail: 'The instance refuses the time of the event: its clock and ours differ too much.' }
  if (code === 'malformed') return { code, detail: 'The application does not understand the event (400).' }
  return verdictOfStatus(code === 'internal' ? 500 : 413)
}

/** Statuses that say more than the page that came with them. */
const SAYS_MORE = (status: number): boolean => status === 413 || status === 429 || (status >= 300 && status < 400)

/** The application never answers with a page: whoever made one, in whatever language, stands in the way. */
function verdictOfPage(status: number, contentType: string, text: string): CallbackVerdict | undefined {
  const page = recognisePage(contentType, text)
  if (!page) return undefined
  if (page.code === 'instance_hibernates')
    return {
      code: page.code,
      detail: `The instance hibernates: it answers with a page instead of its API (status ${status}).`,
    }
  if (SAYS_MORE(status)) return undefined
  return { code: 'gateway_page', detail: `A page, not an answer, came from the instance: ${namePage(page, status)}.` }
}

const NAMED: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['unauthenticated', 'The instance refuses the call (401): its callback key or an access policy does not fit.'],
  404: [
    'instance_has_no_app',
    'The instance has no such route (404). Is Accord installed and active there, in its own scope?',
  ],
  406: ['callback_format_refused', 'The instance does not want to answer in JSON (406).'],
  413: [
    'callback_too_large',
    `The event is too large for the instance (413); one has ${LIMITS.bodyBytes} bytes at most.`,
  ],
  415: ['callback_format_refused', 'The instance does not take JSON (415).'],
  429: ['callback_rate_limited', 'The instance limits how often it may be called (429).'],
}

function verdictOfStatus(status: number): CallbackVerdict {
  const [code, detail] = NAMED[status] ?? []
  if (code && detail) return { code, detail }
  const nothing = `The instance answered with status ${status} and took nothing.`
  if (status >= 500) return { code: 'callback_failed', detail: nothing }
  if (status >= 400) return { code: 'callback_refused', detail: nothing }
  if (status >= 300)
    return { code: 'callback_redirected', detail: `The instance forwards the call (${status}), as to a login page.` }
  return { code: 'instance_unreachable', detail: nothing }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
