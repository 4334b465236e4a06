import type { PAGE_CODES } from '@accord/shared/protocol'

export type PageCode = (typeof PAGE_CODES)[number]

/** A page says what it is in its first lines; nothing behind them is looked at. */
const HEAD = 8192

const ASLEEP = /hibernat|instance is (?:asleep|sleeping|offline|waking)|waking up|<title>\s*please wait/iu

/** How firewalls, proxies, content networks and login pages speak of themselves. */
const GATEWAY =
  /bad gateway|gateway time-?out|request rejected|support id|attention required|cloudflare|incapsula|akamai|fortigate|zscaler|access denied|blocked by|captcha|SAMLRequest|single sign-on|type=["']?password/iu

const isPage = (contentType: string, head: string): boolean =>
  /html/iu.test(contentType) || /^[\s\uFEFF]*<(?:!doctype html|html|head|title)\b/iu.test(head)

/** The one place that knows the pages of sleeping instances and of gateways. `isOther`: a page that nobody knows. */
export function recognisePage(contentType: string, text: string): { code?: PageCode; isOther: boolean } {
  const head = text.slice(0, HEAD)
  if (!isPage(contentType, head)) return { isOther: false }
  if (ASLEEP.test(head)) return { code: 'instance_hibernates', isOther: false }
  return GATEWAY.test(head) ? { code: 'gateway_page', isOther: false } : { isOther: true }
}

/** The same for bytes as they came. */
export const pageOf = (contentType: unknown, data: Uint8Array): PageCode | undefined =>
  recognisePage(String(contentType ?? ''), Buffer.from(data.subarray(0, HEAD)).toString('utf8')).code
