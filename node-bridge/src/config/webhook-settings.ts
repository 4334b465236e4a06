import { z } from 'zod'

import { ConfigError } from './config-error.ts'
import { trimSecret } from './secret-text.ts'

const SECRET = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/u

/** As bytes; a secret is replaced by naming both for a while. The sentence never repeats what it refuses. */
export const WebhookSecrets = z.string().transform((text, context): readonly Uint8Array[] => {
  const secrets = trimSecret(text)
    .split(',')
    .map((secret) => Buffer.from(SECRET.exec(secret.trim())?.[1] ?? '', 'base64'))
  if (secrets.length <= 2 && secrets.every(({ length }) => length >= 24 && length <= 64)) return secrets
  context.addIssue('must be whsec_ and 24 to 64 bytes in base64, or two of them with a comma between')
  return z.NEVER
})

interface WebhookSettings {
  readonly webhookUrl: string | undefined
  readonly webhookSecrets: readonly Uint8Array[]
  readonly allowHttpLoopback: boolean
}

/** Nobody can tell an unsigned notice from a forged one, so there is none. */
export function checkWebhookSettings({ webhookUrl, webhookSecrets, allowHttpLoopback }: WebhookSettings): void {
  if (webhookUrl === undefined) {
    if (webhookSecrets.length > 0) throw new ConfigError('ACCORD_WEBHOOK_URL: is required with ACCORD_WEBHOOK_SECRET')
    return
  }
  if (webhookSecrets.length === 0) throw new ConfigError('ACCORD_WEBHOOK_SECRET: is required with ACCORD_WEBHOOK_URL')
  const { protocol, username, password } = new URL(webhookUrl)
  if (protocol === 'http:' && !allowHttpLoopback) throw new ConfigError('ACCORD_WEBHOOK_URL: must begin with https://')
  if (username !== '' || password !== '')
    throw new ConfigError('ACCORD_WEBHOOK_URL: must hold no user and password; the signature proves who sends')
}
