import type { AddressInfo } from 'node:net'

import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

import { SELF_SIGNED } from '../network/self-signed.ts'

export const USER = { user: 'accord', password: 'right-password' }

export interface ReceivedMail {
  readonly from: string
  readonly to: string
  readonly encrypted: boolean
  /** Headers and body, decoded. */
  readonly text: string
}

export interface MailServer {
  readonly port: number
  readonly mails: readonly ReceivedMail[]
  /** From here on each mail to this address is answered so; undefined: it is taken. */
  refuse(address: string, status: number | undefined, enhanced?: string): void
  close(): Promise<void>
}

export interface MailServerOptions extends SMTPServerOptions {
  /** Is given what lets the server say that it has a mail. */
  readonly holdAnswer?: (answer: () => void) => void
}

/** A real mail server on real sockets, by the author of nodemailer. Its certificate is for localhost. */
export async function startMailServer({ holdAnswer, ...options }: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const refused = new Map<string, Error>()
  const server = new SMTPServer({
    ...SELF_SIGNED,
    authOptional: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) =>
      username === USER.user && password === USER.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 No'), { responseCode: 535 })),
    onRcptTo: ({ address }, _, done) => done(refused.get(address) ?? null),
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const text = decode(Buffer.concat(parts).toString('utf8'))
        for (const { address } of envelope.rcptTo) mails.push({ from, to: address, encrypted: secure, text })
        if (holdAnswer) holdAnswer(() => done())
        else done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuse: (address, status, enhanced = '4.2.0') =>
      void (status === undefined
        ? refused.delete(address)
        : refused.set(address, Object.assign(new Error(`${enhanced} secret words`), { responseCode: status }))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Quoted-printable lines put together again, of the body and of encoded words in headers. */
const decode = (raw: string): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const unfolded = head
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .replaceAll(/\?= =\?/gu, '?==?')
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/giu, (_, word: string) => bytesOf(word.replaceAll('_', ' ')))
  return `${unfolded}\r\n\r\n${bytesOf(body.join('\r\n\r\n').replaceAll(/=\r\n/gu, ''))}`
}

const bytesOf = (quoted: string): string =>
  Buffer.from(
    quoted.replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
