import { z } from 'zod'

import { ConfigError } from './config-error.ts'

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/iu

/** Of ASCII alone, without a name: nothing of it can begin another header or another recipient. */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(ADDRESS, 'must be a mail address such as accord@acme.example')

export const mailAddresses = z
  .string()
  .transform((list) => [...new Set(list.split(',').flatMap((address) => (address.trim() ? [address.trim()] : [])))])
  .pipe(z.array(mailAddress).max(20))

interface MailSettings {
  readonly smtpHost: string | undefined
  readonly smtpTls: 'starttls' | 'tls' | 'none'
  readonly smtpUser: string | undefined
  readonly smtpPassword: string | undefined
  readonly mailFrom: string | undefined
  readonly mailTo: readonly string[]
}

/** Throws `ConfigError` for what could not send a mail, or would send a password in the clear. */
export function checkMailSettings(settings: MailSettings): void {
  const { smtpHost, smtpTls, smtpUser, smtpPassword, mailFrom, mailTo } = settings
  if (smtpHost === undefined) {
    if (smtpUser !== undefined || smtpPassword !== undefined || mailFrom !== undefined || mailTo.length > 0)
      throw new ConfigError('ACCORD_SMTP_HOST: is required where mails are to be sent')
    return
  }
  if (mailFrom === undefined) throw new ConfigError('ACCORD_MAIL_FROM: is required with ACCORD_SMTP_HOST')
  if ((smtpUser === undefined) !== (smtpPassword === undefined))
    throw new ConfigError('ACCORD_SMTP_USER and ACCORD_SMTP_PASSWORD: give both or none')
  if (smtpTls === 'none' && smtpUser !== undefined)
    throw new ConfigError('ACCORD_SMTP_TLS: with none the password would travel in the clear; use starttls or tls')
}
