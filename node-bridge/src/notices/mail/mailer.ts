import { createTransport } from 'nodemailer'

import type { OutboundProxy } from '../../network/outbound-proxy.ts'
import type { SendFailure } from '../send-failure.ts'
import { failureOfMail } from './mail-failure.ts'

export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly encryption: 'starttls' | 'tls' | 'none'
  readonly user: string | undefined
  readonly password: string | undefined
  readonly from: string
}

export interface Mail {
  /** The same for each attempt: whoever gets the mail a second time can tell. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  readonly settings: MailSettings
  /** Undefined: the mail server has taken it. Never throws for what network or server do. */
  send(mail: Mail): Promise<SendFailure | undefined>
}

/** For one step of the talk with the server; a whole mail takes a few of them. */
const STEP_MS = 10_000

/** Plain text, to one recipient each. The server was chosen by the operator, so it may stand in a private network. */
export function createMailer(settings: MailSettings, proxy: OutboundProxy | undefined): Mailer {
  const { host, port, encryption, user, password, from } = settings
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: 2 * STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: password } }),
    ...(proxy?.covers(host) ? { getSocket: throughProxy(proxy, host, port) } : {}),
  })
  const domain = from.split('@')[1] ?? 'localhost'
  return {
    settings,
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({
          from: { name: 'Accord', address: from },
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return undefined
      } catch (error) {
        return failureOfMail(error)
      }
    },
  }
}

type GotSocket = (error: Error | null, socket?: { readonly connection: object }) => void

const throughProxy = (proxy: OutboundProxy, host: string, port: number) => (_: unknown, done: GotSocket) =>
  void handOver(proxy.connect(host, port), done)

async function handOver(opening: Promise<object>, done: GotSocket): Promise<void> {
  let connection: object
  try {
    connection = await opening
  } catch (error) {
    return done(error as Error)
  }
  return done(null, { connection })
}
