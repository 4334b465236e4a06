import type { Recipient } from '../notice-context.ts'
import { pageOfNotice } from '../page-of-notice.ts'
import { DE } from '../texts/de.ts'
import { EN } from '../texts/en.ts'
import type { NoticeTexts } from '../texts/notice-texts.ts'
import type { ReportedNotice } from '../reported-notice.ts'

const TEXTS = { en: EN, de: DE } as const
const LOCALES = { en: 'en-GB', de: 'de-DE' } as const
/** Whoever has more of them opens the console. */
const MOST = 40

export interface Sender {
  readonly name: string
  readonly url: string
  readonly consoleUrl: string | undefined
}

export interface WrittenMail {
  readonly subject: string
  readonly text: string
}

type Language = Recipient['language']

/** What is reported at once, in one mail of plain text. */
export function writeMail(notices: readonly ReportedNotice[], sender: Sender, language: Language): WrittenMail {
  const texts = TEXTS[language]
  const shown = notices.slice(0, MOST)
  const hidden = notices.length - shown.length
  const blocks = [
    ...shown.map((notice) => blockOf(notice, sender, language)),
    ...(hidden > 0 ? [texts.hidden(hidden)] : []),
    `-- \n${texts.node(oneLine(sender.name), sender.url)}\n${texts.footer}`,
  ]
  return { subject: `Accord: ${subjectOf(notices, texts)}`, text: `${blocks.join('\n\n')}\n` }
}

function subjectOf(notices: readonly ReportedNotice[], texts: NoticeTexts): string {
  const [only] = notices
  if (only && notices.length === 1) return headline(only, texts)
  const over = notices.filter(({ step }) => step === 'over').length
  return texts.several(notices.length - over, over)
}

/** One line of what a notice says. */
export const titleOfNotice = (notice: ReportedNotice, language: Language): string => headline(notice, TEXTS[language])

function headline(notice: ReportedNotice, texts: NoticeTexts): string {
  const { cause, connection, step } = notice
  if (cause === null) return texts.test
  const name = connection === null ? '' : `${oneLine(connection.name)}: `
  return step === 'over'
    ? `${texts.over}: ${name}${texts.ends[cause](notice)}`
    : `${name}${texts.causes[cause](notice)}`
}

function blockOf(notice: ReportedNotice, { consoleUrl }: Sender, language: Language): string {
  const texts = TEXTS[language]
  const { cause, step, more, since, until } = notice
  const page = pageOfNotice(consoleUrl, notice)
  const time = (at: string) => timeOf(at, language)
  return [
    headline(notice, texts),
    ...(step === 'grew' ? [texts.grew(more, time(since))] : []),
    ...(step === 'began' ? [texts.since(time(since))] : []),
    ...(step === 'over' ? [texts.began(time(since))] : []),
    ...(until !== null && step !== 'over' ? [texts.until(time(until))] : []),
    ...(cause !== null && step !== 'over' ? [`${texts.remedy}: ${texts.remedies[cause]}`] : []),
    ...(page === undefined ? [] : [page]),
  ].join('\n')
}

/** In UTC, and named so: a mail is read in another place than the node's. */
const timeOf = (at: string, language: Language): string =>
  `${new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at))} UTC`

/** The name of a connection was agreed with another company: it stays on its line, and is not longer than one. */
const oneLine = (name: string): string =>
  name
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 100)
