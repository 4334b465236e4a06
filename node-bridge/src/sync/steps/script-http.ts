import { LIMITS } from '@accord/shared/protocol'
import { z } from 'zod'

import { createJsonBody } from '../../nodes/remote-node-client.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { SyncContext } from '../items/sync-context.ts'

type Context = Pick<SyncContext, 'remote' | 'checkUrl' | 'scriptHosts' | 'share' | 'now'>

const Request = z.object({ url: z.string(), body: z.unknown().optional() })

/** What a script gets in the place of an answer. */
const faultOf = (code: 'access_missing' | 'too_large' | 'script_threw', message: string): string =>
  JSON.stringify({ fault: { code, message } })

/** `host` or `host:port`, for every connection or, behind its id and a slash, for one. */
const isListed = (hosts: readonly string[], connectionId: string, host: string): boolean =>
  hosts.includes(host) || hosts.includes(`${connectionId}/${host}`)

/** Why a script may not call there, as its author reads it; undefined where it may. Nobody is asked for that. */
export function findObstacle(
  { checkUrl, scriptHosts }: Context,
  connectionId: string,
  request: string,
): string | undefined {
  const asked = Request.safeParse(JSON.parse(request))
  if (!asked.success) return faultOf('script_threw', 'httpClient takes an address, as a text')
  const { url } = asked.data
  try {
    checkUrl(url)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return faultOf('access_missing', `httpClient may not call this address: ${error.message}`)
  }
  const { host } = new URL(url)
  return isListed(scriptHosts, connectionId, host)
    ? undefined
    : faultOf('access_missing', `httpClient may not call ${host}: ACCORD_SCRIPT_HOSTS of this node does not name it`)
}

export interface ScriptCall {
  readonly connectionId: string
  readonly method: 'GET' | 'POST'
  /** As the script has asked it, JSON. */
  readonly request: string
  readonly idempotencyKey?: string
}

/**
 * One call of a script, to a host of the list; what it answers is given to the script as it is, whatever its status. Nothing is followed, no
 * credentials are sent, and addresses that are not public are refused as everywhere. Throws what passes by itself.
 */
export async function callForScript(
  context: Context,
  { connectionId, method, request, idempotencyKey }: ScriptCall,
): Promise<string> {
  const obstacle = findObstacle(context, connectionId, request)
  if (obstacle !== undefined) return obstacle
  const retryAfterS = context.share.calls.take(connectionId, context.now().getTime())
  if (retryAfterS !== undefined)
    throw new Refusal('retry_later', 'Scripts of this connection have made more calls than an hour allows.', {
      retryAfterS,
    })
  const { url, body } = Request.parse(JSON.parse(request))
  try {
    const { status, bytes } = await context.remote.send({
      method,
      url,
      bytes: LIMITS.bodyBytes,
      ...(method === 'POST' && { body: createJsonBody(body ?? null) }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    })
    return JSON.stringify({ status, body: Buffer.from(bytes).toString('utf8') })
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.code === 'url_refused')
      return faultOf(
        'access_missing',
        'httpClient may not call this host: its name leads to an address that is not public',
      )
    if (error.code === 'protocol_violation')
      return faultOf('too_large', `what the host answered is larger than ${LIMITS.bodyBytes} bytes, or is no answer`)
    throw error
  }
}
