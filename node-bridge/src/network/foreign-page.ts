import type { PAGE_CODES } from '@accord/shared/protocol'

import { quotedReason } from '../refusals/quoted-reason.ts'

export type PageCode = (typeof PAGE_CODES)[number]

/** A page says what it is in its first lines; nothing behind them is looked at. */
const HEAD = 8192

const ASLEEP = /hibernat|instance is (?:asleep|sleeping|offline|waking)|waking up|<title>\s*please wait/iu

/** How firewalls, proxies, content networks and login pages speak of themselves. */
const GATEWAY =
  /bad gateway|gateway time-?out|request rejected|support id|attention required|cloudflare|incapsula|akamai|fortigate|zscaler|access denied|blocked by|captcha|SAMLRequest|single sign-on|type=["']?password/iu

/** Proxies label what they pass on as they like: JSON is no page, whatever its content type. */
const isPage = (contentType: string, head: string): boolean =>
  (/html/iu.test(contentType) && !/^[\s\uFEFF]*[{[]/u.test(head)) ||
  /^[\s\uFEFF]*<(?:!doctype html|html|head|title)\b/iu.test(head)

/** A page is no answer, whatever its language; `title`: what it calls itself, in one line. */
export interface ForeignPage {
  /** Where its words are known: who speaks. */
  readonly code?: PageCode
  readonly title: string
}

const titleOf = (head: string): string =>
  (/<title[^>]*>([^<]{0,300})/iu.exec(head)?.[1] ?? '').replace(/\s+/gu, ' ').trim()

/** The one place that knows the pages of sleeping instances and of gateways. Undefined for what is no page. */
export function recognisePage(contentType: string, text: string): ForeignPage | undefined {
  const head = text.slice(0, HEAD)
  if (!isPage(contentType, head)) return undefined
  const title = titleOf(head)
  if (ASLEEP.test(head)) return { code: 'instance_hibernates', title }
  return GATEWAY.test(head) ? { code: 'gateway_page', title } : { title }
}

/** Inside a sentence: what the page calls itself, quoted, and the status that it came with. */
export const namePage = ({ title }: ForeignPage, status: number): string =>
  `${title === '' ? 'without a title' : quotedReason(title)} (status ${status})`

/** The same for bytes as they came. */
export const pageOf = (contentType: unknown, data: Uint8Array): ForeignPage | undefined =>
  recognisePage(String(contentType ?? ''), Buffer.from(data.subarray(0, HEAD)).toString('utf8'))
