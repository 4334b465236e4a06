import { getCACertificates, setDefaultCACertificates } from 'node:tls'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createMailer, type MailSettings } from '../../src/notices/mail/mailer.ts'
import { SELF_SIGNED } from '../network/self-signed.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { type MailServer, startMailServer, USER } from './mail-server.ts'

const trusted = getCACertificates('default')
let server: MailServer
let plain: MailServer
let direct: MailServer

const mailer = (more: Partial<MailSettings> = {}) =>
  createMailer(
    {
      host: 'localhost',
      port: server.port,
      encryption: 'starttls',
      user: undefined,
      password: undefined,
      from: 'accord@acme.example',
      ...more,
    },
    undefined,
  )
const mail = (to = 'ops@acme.example') => ({ id: `id-${to}`, to, subject: 'Grüße', text: 'Erste Zeile\n\nZweite ü' })
const failure = async (more: Partial<MailSettings>, to?: string) => {
  const { cause: _, ...failed } = (await mailer(more).send(mail(to))) ?? { code: 'none' }
  return failed
}

describe('mails to a real server', () => {
  beforeAll(async () => {
    setDefaultCACertificates([...trusted, SELF_SIGNED.cert])
    server = await startMailServer()
    plain = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
    direct = await startMailServer({ secure: true })
  })
  afterAll(async () => {
    setDefaultCACertificates(trusted)
    await Promise.all([server.close(), plain.close(), direct.close()])
  })

  test('a mail is plain text, signed in for, encrypted, and says that no person wrote it', async () => {
    expect(await mailer({ ...USER }).send(mail())).toBeUndefined()
    const [received] = server.mails
    expect(received).toMatchObject({ from: 'accord@acme.example', to: 'ops@acme.example', encrypted: true })
    expect(received?.text).toContain('Subject: Grüße')
    expect(received?.text).toContain('Message-ID: <id-ops@acme.example@acme.example>')
    expect(received?.text).toContain('Auto-Submitted: auto-generated')
    expect(received?.text).toContain('Content-Type: text/plain; charset=utf-8')
    expect(received?.text).toContain('Erste Zeile\r\n\r\nZweite ü')
  })

  test('TLS from the start, and none where the operator says so', async () => {
    expect(await mailer({ port: direct.port, encryption: 'tls' }).send(mail())).toBeUndefined()
    expect(await mailer({ port: plain.port, encryption: 'none' }).send(mail())).toBeUndefined()
    expect(direct.mails).toMatchObject([{ encrypted: true }])
    expect(plain.mails).toMatchObject([{ encrypted: false }])
  })

  test('a wrong password is named, and tried again once it was put right', async () => {
    const refused = { code: 'mail_login_refused', reply: '535 5.7.8', isFinal: false }
    expect(await failure({ user: 'accord', password: 'wrong' })).toEqual(refused)
  })

  test('a server that offers no encryption gets neither a mail nor a password', async () => {
    const before = plain.mails.length
    expect(await failure({ port: plain.port, ...USER })).toMatchObject({ code: 'mail_not_encrypted', isFinal: false })
    expect(plain.mails).toHaveLength(before)
  })

  test('what the server defers is tried again; what it refuses is not, and its words are not repeated', async () => {
    server.refuse('busy@acme.example', 451, '4.3.2')
    server.refuse('nobody@acme.example', 550, '5.1.1')
    expect(await failure({}, 'busy@acme.example')).toEqual({
      code: 'mail_deferred',
      reply: '451 4.3.2',
      isFinal: false,
    })
    expect(await failure({}, 'nobody@acme.example')).toEqual({
      code: 'mail_refused',
      reply: '550 5.1.1',
      isFinal: true,
    })
  })

  test('a server that is not there, and one that nobody vouches for, are named as everywhere', async () => {
    expect(await failure({ port: await findFreePort() })).toMatchObject({ code: 'connection_refused', isFinal: false })
    expect(await failure({ host: 'nowhere.invalid' })).toMatchObject({ code: 'name_unresolved' })
    setDefaultCACertificates(trusted)
    expect(await failure({})).toMatchObject({ code: 'tls_self_signed' })
    expect(await failure({ port: direct.port, encryption: 'tls' })).toMatchObject({ code: 'tls_self_signed' })
    setDefaultCACertificates([...trusted, SELF_SIGNED.cert])
  })
})
