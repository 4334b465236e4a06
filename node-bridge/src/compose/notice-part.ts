import type { Config } from '../config/config.ts'
import { createOutboundProxy } from '../network/outbound-proxy.ts'
import { type PostNotices, THE_INSTANCE } from '../notices/instance-event.ts'
import { createMailer, type Mailer } from '../notices/mail/mailer.ts'
import type { NoticeContext, Recipient } from '../notices/notice-context.ts'
import { createWebhook } from '../notices/webhook/webhook.ts'
import type { RemoteNodeClient } from '../nodes/remote-node-client.ts'

const HOUR_MS = 3_600_000
/** What goes up and down is one thing: a cause counts as over once it has been away so long. */
const SETTLE_MS = 300_000

type Parts = Pick<NoticeContext, 'database' | 'log' | 'now' | 'licence' | 'isAuditBroken' | 'pausedBy'> & {
  readonly config: Config
  readonly publicUrl: string
  readonly consoleUrl: string
  readonly remote: RemoteNodeClient
  /** To the paired instance. */
  readonly post: PostNotices
}

/** What tells people that something needs them, by the settings of this node. */
export function createNoticeContext({ config, publicUrl, consoleUrl, remote, post, ...parts }: Parts): NoticeContext {
  const { mailTo, mailLanguage, noticeMinutes, nodeName, webhookUrl: url, webhookSecrets: secrets } = config
  const mailer = mailerOf(config)
  const webhook = url === undefined ? undefined : createWebhook({ url, secrets }, remote, parts.now)
  const language = mailLanguage
  const operators: Recipient[] = [
    ...(mailer ? mailTo.map((address) => ({ channel: 'mail' as const, address, language })) : []),
    ...(webhook ? [{ channel: 'webhook' as const, address: webhook.host, language }] : []),
    ...(config.noticeEvent ? [{ channel: 'event' as const, address: THE_INSTANCE, language }] : []),
  ]
  return {
    ...parts,
    pace: { hourMs: HOUR_MS, settleMs: SETTLE_MS, afterMs: noticeMinutes * 60_000 },
    node: { name: nodeName, url: publicUrl },
    consoleUrl: config.console ? consoleUrl : undefined,
    mailer,
    webhook,
    postToInstance: config.noticeEvent ? post : undefined,
    operators,
  }
}

function mailerOf(config: Config): Mailer | undefined {
  const { smtpHost: host, smtpPort: port, smtpTls: encryption, smtpUser: user, smtpPassword: password } = config
  const { mailFrom: from } = config
  if (host === undefined || from === undefined) return undefined
  return createMailer({ host, port, encryption, user, password, from }, createOutboundProxy(config))
}
