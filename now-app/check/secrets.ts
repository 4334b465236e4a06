import type { Finding, Rule } from './finding.ts'

const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----|"d"\s*:\s*"[A-Za-z0-9_-]{43}"/,
  'an invitation code': /accord1_[A-Za-z0-9_-]{16,}/,
  'a pairing code': /#pair=[A-Za-z0-9_-]{16,}/,
  'a token': /Bearer [A-Za-z0-9+/=_-]{20,}/,
  'a path of the machine that built it': /(?:^|[\s"'`(])\/(?:root|home|Users|tmp|work|var\/lib)\/[\w.-]+\//m,
}

/** What is installed on every customer's instance holds no secret and tells nothing about where it was built. */
export const nothingSecret: Rule = (built) =>
  [...built.files].flatMap(([where, content]): Finding[] => {
    const text = content.toString('utf8')
    return Object.entries(SECRETS)
      .filter(([, shape]) => shape.test(text))
      .map(([what]) => ({ where, what: `holds ${what}` }))
  })
