import type { Db } from '../store/engine/tables.ts'
import { listWantedRecipients } from '../store/notices/notice-recipients.ts'
import type { NoticeContext, Recipient } from './notice-context.ts'

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** To which domains mails may go: those of the addresses that the operator has set. None without a mail server. */
export function domainsOf({ mailer, operators }: Pick<NoticeContext, 'mailer' | 'operators'>): readonly string[] {
  if (!mailer) return []
  const addresses = operators.flatMap(({ channel, address }) => (channel === 'mail' ? address : []))
  return [...new Set([mailer.settings.from, ...addresses].map(domainOf))].toSorted()
}

export const isAllowed = (address: string, domains: readonly string[]): boolean => domains.includes(domainOf(address))

/** Whoever the operator has set, and the users of the console who want it; each address once. A domain that is allowed no more gets nothing. */
export async function recipientsOf(db: Db, context: NoticeContext): Promise<readonly Recipient[]> {
  const { operators } = context
  const domains = domainsOf(context)
  if (domains.length === 0) return operators
  const known = new Set(operators.map(({ address }) => address.toLowerCase()))
  const users = await listWantedRecipients(db)
  const more = users.flatMap(({ address, language }): Recipient[] => {
    if (known.has(address.toLowerCase()) || !isAllowed(address, domains)) return []
    known.add(address.toLowerCase())
    return [{ channel: 'mail', address, language: language === 'de' ? 'de' : 'en' }]
  })
  return [...operators, ...more]
}
