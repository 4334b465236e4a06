import { createHmac } from 'node:crypto'

import { createJsonBody, type RemoteNodeClient } from '../../nodes/remote-node-client.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { pageOfNotice } from '../page-of-notice.ts'
import type { ReportedNotice } from '../reported-notice.ts'
import type { SendFailure } from '../send-failure.ts'

export interface WebhookSettings {
  readonly url: string
  /** The first is the newest; each signs. */
  readonly secrets: readonly Uint8Array[]
}

export interface Webhook {
  readonly host: string
  /** Undefined: the other side has answered 2xx. Never throws for what network or the other side do. */
  send(id: string, notice: ReportedNotice, sender: WebhookSender): Promise<SendFailure | undefined>
}

export interface WebhookSender {
  readonly name: string
  readonly url: string
  readonly consoleUrl: string | undefined
}

/** Whatever a service says to a notice, nobody reads it; more than that is no answer. */
const ANSWER_BYTES = 1024 * 1024

/** Posts by the client of all outgoing calls: only to addresses that this node may call, through its proxy, and following nothing. */
export function createWebhook(
  { url, secrets }: WebhookSettings,
  client: Pick<RemoteNodeClient, 'send'>,
  now: () => Date,
): Webhook {
  return {
    host: new URL(url).host,
    send: async (id, notice, sender) => {
      const body = createJsonBody(contentOf(notice, sender))
      const headers = signedHeaders(id, body, secrets, now())
      try {
        const { status, retryAfterS } = await client.send({ method: 'POST', url, body, headers, bytes: ANSWER_BYTES })
        if (status >= 200 && status < 300) return undefined
        const code = status === 410 ? 'webhook_gone' : 'webhook_refused'
        return { code, reply: String(status), isFinal: status === 410, retryAfterS }
      } catch (error) {
        if (!isRefusal(error)) throw error
        return { code: error.code, reply: null, isFinal: false, cause: error.cause }
      }
    },
  }
}

/** What a service gets. A member may be added, none taken away. */
const contentOf = (notice: ReportedNotice, { name, url, consoleUrl }: WebhookSender): object => ({
  type: `accord.notice.${notice.step}`,
  timestamp: notice.at,
  data: { ...notice, node: { name, url }, page: pageOfNotice(consoleUrl, notice) ?? null },
})

/** https://www.standardwebhooks.com: one signature for each secret, of id, time and body. */
export function signedHeaders(
  id: string,
  body: Uint8Array,
  secrets: readonly Uint8Array[],
  now: Date,
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(now.getTime() / 1000))
  const signed = Buffer.concat([Buffer.from(`${id}.${seconds}.`), body])
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
