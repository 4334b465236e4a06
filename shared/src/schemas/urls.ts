import { z } from 'zod'
import { faultOfText, faultOfUrl, PLAIN_URL, URL_CHARACTERS, URL_FAULTS } from '../protocol/index.js'

const Normal = z.url({ protocol: /^https?$/, normalize: true })

/** What the grammar cannot tell: the spelling of an IPv6 address, punycode that is none. The slash at the end may be left out. */
function isNormal(text: string): boolean {
  const normal = Normal.safeParse(text).data
  return normal === text || normal === `${text}/`
}

const plain = () =>
  z
    .string()
    .max(URL_CHARACTERS)
    .regex(PLAIN_URL, 'is not a plain URL')
    .check(({ value, issues }) => {
      const fault = faultOfUrl(value) ?? (isNormal(value) ? undefined : 'host')
      if (fault) issues.push({ code: 'custom', input: value, message: URL_FAULTS[fault], params: { fault } })
    })

/** The URL of a peer, in a code, a redeem, a grant, discovery: it has its normal form already, or is refused (PROTOCOL.md §9.4). */
export const PeerUrl = plain()

/** The URL of a person, or of a platform's settings: brought to its normal form, and then checked as that of a peer. */
export const TypedUrl = z.string().overwrite(normalFormOf).pipe(plain())

function normalFormOf(typed: string): string {
  const text = typed.trim()
  // The parser of URLs takes out line breaks and turns backslashes: what a person did not see must not become an address.
  if (faultOfText(text) !== undefined || text.indexOf('\\') >= 0) return text
  const normal = Normal.safeParse(text).data ?? text
  return normal.replace(/\/+$/, '')
}
