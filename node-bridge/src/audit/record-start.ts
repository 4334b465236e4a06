import type { Config } from '../config/config.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import type { Database } from '../store/engine/database.ts'
import { recordAudit } from './record-audit.ts'

/** Where no person acts. */
const NODE_ACTOR = 'node'

export interface StartDetails {
  readonly config: Config
  /** Without a trailing slash. */
  readonly publicUrl: string
  /** Identifies the master key that is in use, without revealing anything of it. */
  readonly masterKeyId: string
  readonly now: Date
}

/** With which settings this process began; of secrets only whether and where they are set. */
export const recordStart = (database: Database, { config, publicUrl, masterKeyId, now }: StartDetails): Promise<void> =>
  database.transaction((transaction) =>
    recordAudit(transaction, {
      at: now,
      actor: NODE_ACTOR,
      action: 'node.started',
      subject: null,
      details: {
        version: NODE_VERSION,
        process: process.pid,
        publicUrl,
        nodeName: config.nodeName,
        database: database.dialect,
        listensOn: `${config.host}:${config.port}`,
        allowHttpLoopback: config.allowHttpLoopback,
        allowedPrivateRanges: config.allowedPrivateRanges,
        outboundProxy: config.outboundProxy === undefined ? 'not set' : 'set',
        mailServer: config.smtpHost ?? 'not set',
        webhook: config.webhookUrl === undefined ? 'not set' : 'set',
        logLevel: config.logLevel,
        operatorToken: config.operatorToken === undefined ? 'not set' : 'set',
        masterKey: config.masterKey === undefined ? 'file' : 'environment',
        masterKeyId,
      },
    }),
  )
