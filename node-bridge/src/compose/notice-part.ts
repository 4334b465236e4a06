import type { Config } from '../config/config.ts'
import { createOutboundProxy } from '../network/outbound-proxy.ts'
import { createMailer, type Mailer } from '../notices/mail/mailer.ts'
import type { NoticeContext } from '../notices/notice-context.ts'

const HOUR_MS = 3_600_000
/** What goes up and down is one thing: a cause counts as over once it has been away so long. */
const SETTLE_MS = 300_000

type Parts = Pick<NoticeContext, 'database' | 'log' | 'now' | 'licence' | 'isAuditBroken' | 'pausedBy'> & {
  readonly config: Config
  readonly publicUrl: string
  readonly consoleUrl: string
}

/** What tells people that something needs them, by the settings of this node. */
export function createNoticeContext({ config, publicUrl, consoleUrl, ...parts }: Parts): NoticeContext {
  const { mailTo, mailLanguage, noticeMinutes, nodeName } = config
  const mailer = mailerOf(config)
  return {
    ...parts,
    pace: { hourMs: HOUR_MS, settleMs: SETTLE_MS, afterMs: noticeMinutes * 60_000 },
    node: { name: nodeName, url: publicUrl },
    consoleUrl: config.console ? consoleUrl : undefined,
    mailer,
    operators: mailer ? mailTo.map((address) => ({ channel: 'mail', address, language: mailLanguage })) : [],
  }
}

function mailerOf(config: Config): Mailer | undefined {
  const { smtpHost: host, smtpPort: port, smtpTls: encryption, smtpUser: user, smtpPassword: password } = config
  const { mailFrom: from } = config
  if (host === undefined || from === undefined) return undefined
  return createMailer({ host, port, encryption, user, password, from }, createOutboundProxy(config))
}
