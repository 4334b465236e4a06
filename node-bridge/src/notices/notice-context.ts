import type { NoticeChannel } from '@accord/shared/protocol'
import type { LicenceDetails } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import type { Database } from '../store/engine/database.ts'
import type { PostNotices } from './instance-event.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Pace } from './tell.ts'
import type { Webhook } from './webhook/webhook.ts'

/** Somebody who is notified, and how. */
export interface Recipient {
  readonly channel: NoticeChannel
  /** Of a webhook its host, of the instance THE_INSTANCE. */
  readonly address: string
  readonly language: 'en' | 'de'
}

/** What of the node a notice is made of and by. */
export interface NoticeContext {
  readonly database: Database
  readonly log: Logger
  readonly now: () => Date
  readonly pace: Omit<Pace, 'hasRecipients'>
  /** What an operator calls this node, and where it is. */
  readonly node: { readonly name: string; readonly url: string }
  /** Where browsers open the console; undefined: it is not served. */
  readonly consoleUrl: string | undefined
  /** Undefined: no mail server is set. */
  readonly mailer: Mailer | undefined
  /** Undefined: none is set. */
  readonly webhook: Webhook | undefined
  /** Undefined: the instance is not notified. */
  readonly postToInstance: PostNotices | undefined
  /** By the settings of the node. */
  readonly operators: readonly Recipient[]
  readonly licence: () => Promise<LicenceDetails>
  readonly isAuditBroken: () => boolean
  /** Why the instance is not called just now, by the code of the catalogue. */
  readonly pausedBy: () => string | undefined
}
