import type { ChangeOwnNoticesRequest, OwnNotices } from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import { Refusal } from '../refusals/refusal.ts'
import { findRecipient, saveRecipient } from '../store/notices/notice-recipients.ts'
import type { NoticeContext } from './notice-context.ts'
import { domainsOf, isAllowed } from './recipients.ts'

/** A user of the console, as its session has it. */
interface User {
  readonly userId: string
  readonly name: string
}

/** Whether one person is sent notices is that person's own affair. */
export interface OwnNoticesService {
  read(user: User): Promise<OwnNotices>
  /** Throws `mail_domain_refused`: nobody has this node write to strangers. */
  change(user: User, request: ChangeOwnNoticesRequest): Promise<OwnNotices>
}

export const createOwnNotices = (context: NoticeContext): OwnNoticesService => ({
  read: (user) => read(context, user),
  change: async (user, { wanted, address, language }) => {
    const { database, now } = context
    const domains = domainsOf(context)
    if (wanted && !isAllowed(address, domains))
      throw new Refusal('mail_domain_refused', undefined, { facts: { domains } })
    const at = now()
    await database.transaction(async (transaction) => {
      await saveRecipient(transaction, { userId: user.userId, address, language, isWanted: wanted }, at)
      const details = { wanted, address, language }
      const action = 'notices.recipientChanged'
      await recordAudit(transaction, { at, actor: user.name, action, subject: user.userId, details })
    })
    return read(context, user)
  },
})

async function read(context: NoticeContext, { userId }: User): Promise<OwnNotices> {
  const record = await findRecipient(context.database.db, userId)
  return {
    wanted: record?.isWanted ?? false,
    address: record?.address ?? null,
    language: record?.language === 'de' ? 'de' : 'en',
    domains: [...domainsOf(context)],
  }
}
