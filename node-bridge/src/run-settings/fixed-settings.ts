import type { NodeSettings } from '@accord/shared/schemas'

import type { Config } from '../config/config.ts'

const set = (value: unknown): string => (value === undefined ? 'not set' : 'set')
const list = (values: readonly string[]): string => values.join(', ') || 'none'

/** Settings of the environment as a person may see them; of secrets only whether they are set. */
export const describeFixed = (config: Config, publicUrl: string): NodeSettings['fixed'] => [
  { name: 'ACCORD_PUBLIC_URL', value: publicUrl },
  { name: 'ACCORD_NODE_NAME', value: config.nodeName },
  { name: 'ACCORD_POLL_ONLY', value: String(config.pollOnly) },
  { name: 'ACCORD_ALLOWED_PRIVATE_RANGES', value: list(config.allowedPrivateRanges) },
  { name: 'ACCORD_SCRIPT_HOSTS', value: list(config.scriptHosts) },
  { name: 'ACCORD_ALLOW_HTTP_LOOPBACK', value: String(config.allowHttpLoopback) },
  { name: 'ACCORD_TRUSTED_PROXIES', value: list(config.trustedProxies) },
  { name: 'ACCORD_MASTER_KEY', value: config.masterKey === undefined ? 'file' : 'set' },
  { name: 'ACCORD_OPERATOR_TOKEN', value: set(config.operatorToken) },
  { name: 'ACCORD_SMTP_HOST', value: config.smtpHost ?? 'not set' },
  { name: 'ACCORD_SMTP_PASSWORD', value: set(config.smtpPassword) },
  { name: 'ACCORD_WEBHOOK_URL', value: set(config.webhookUrl) },
  { name: 'ACCORD_LICENCE', value: set(config.licence) },
  { name: 'ACCORD_LOG_LEVEL', value: config.logLevel },
]
