import { z } from 'zod'

/** What the instance answered, before it is judged. */
export interface RawAnswer {
  readonly status: number
  readonly contentType: string
  readonly text: string
}

/** `code`: `delivered`, `instance_hibernates`, or a code of the catalogue. `detail`: what happened, for the status page. */
export interface CallbackVerdict {
  readonly code:
    | 'delivered'
    | 'instance_hibernates'
    | 'instance_unreachable'
    | 'unauthenticated'
    | 'missing_role'
    | 'not_found'
    | 'malformed'
  readonly detail: string
}

const Accepted = z.object({ result: z.object({ accepted: z.literal(true) }) })

/** Only a 200 with `result.accepted` is a success: a sleeping instance answers every call with 200 and a page. */
export function judgeCallbackAnswer({ status, contentType, text }: RawAnswer): CallbackVerdict {
  if (status === 200 && isAccepted(text)) return { code: 'delivered', detail: 'The instance took the last event.' }
  if (status === 200 && /html/iu.test(contentType + text.slice(0, 200)))
    return {
      code: 'instance_hibernates',
      detail: 'The instance hibernates: it answers with a page instead of its API.',
    }
  if (status === 401)
    return { code: 'unauthenticated', detail: 'The instance refused the signature (401). Pair it with the node again.' }
  if (status === 403)
    return { code: 'missing_role', detail: 'The instance forbids the call (403). Look at the ACL of its events route.' }
  if (status === 404)
    return {
      code: 'not_found',
      detail: 'The instance has no events route (404). Is Accord installed and active there?',
    }
  if (status >= 400 && status < 500)
    return { code: 'malformed', detail: `The instance refused the event with status ${status}.` }
  return { code: 'instance_unreachable', detail: `The instance answered with status ${status} and took nothing.` }
}

function isAccepted(text: string): boolean {
  try {
    return Accepted.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
