import type { ErrorCode } from '@accord/shared/protocol'
import { z } from 'zod'

import { namePage, recognisePage } from '../network/foreign-page.ts'

/** An answer before anybody has read it. */
export interface UnreadAnswer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  readonly headers?: Readonly<Record<string, unknown>> | undefined
}

export interface Block {
  readonly code: ErrorCode
  readonly detail: string
}

/** The platform's REST API answers in this envelope; what stands before it does not. */
const PlatformRefusal = z.object({ error: z.object({ message: z.string().catch('') }), status: z.literal('failure') })

const NO_RESOURCE = /does not represent any resource/iu

/** Headers by which proxies and content networks name themselves. */
const PROXY_HEADERS = ['via', 'x-squid-error', 'cf-ray', 'x-iinfo', 'x-akamai-transformed'] as const
/** What ServiceNow's own load balancers call themselves; the second name is that of older ones. */
const PLATFORM_SERVER = /^(?:snow_adc|servicenow)\b/iu

/**
 * Who keeps the node from its instance, as far as the answer tells: the instance's list of addresses or its authentication policies
 * answer before the REST API does, a policy or an ACL of the REST API answers in its envelope, a proxy names itself.
 */
export function recogniseBlock({ status, contentType, text, headers = {} }: UnreadAnswer): Block | undefined {
  const envelope = PlatformRefusal.safeParse(parse(text))
  if (envelope.success) return blockInEnvelope(status, envelope.data.error.message)
  if (status !== 403 && status !== 404) return undefined
  const isPlatform = PLATFORM_SERVER.test(String(headers['server'] ?? ''))
  const page = recognisePage(contentType, text)
  if (page?.code === 'instance_hibernates') return undefined
  if (!isPlatform && (page?.code !== undefined || PROXY_HEADERS.some((name) => headers[name] !== undefined)))
    return proxyBlock(page ? namePage(page, status) : `no page (status ${status})`)
  if (status === 403) return callerBlock(status)
  return isPlatform ? callerBlock(status) : undefined
}

function blockInEnvelope(status: number, message: string): Block | undefined {
  if (status === 401)
    return {
      code: 'instance_wants_login',
      detail:
        'The REST API of the instance asks the node to log in (401): an access policy, or a route that was changed.',
    }
  if (status === 403)
    return { code: 'instance_acl_refuses', detail: 'An ACL of the instance refuses the call of the node (403).' }
  if (status === 404 || (status === 400 && NO_RESOURCE.test(message)))
    return {
      code: 'instance_has_no_app',
      detail: `The instance has no such route (${status}). Is Accord installed and active there, in its own scope?`,
    }
  return undefined
}

const callerBlock = (status: number): Block => ({
  code: 'instance_blocks_caller',
  detail:
    status === 403
      ? 'The instance forbids the call before its API is asked (403): its list of addresses or an authentication policy.'
      : 'The instance hides itself from the node (404): an authentication policy that is set to answer so.',
})

const proxyBlock = (said: string): Block => ({
  code: 'gateway_page',
  detail: `A proxy or gateway before the instance refuses the call of the node: ${said}.`,
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
