import type { Mangle } from './mangle-characters.ts'

const linkOf = (text: string) => `https://node-b.example/accept#code=${text}`
const encoded = (text: string) => encodeURIComponent(linkOf(text))

/** What stands between the letters of a link is none of it: gateways see one word. */
const isOneWord = (text: string) => /^[\u0021-\u007E]+$/u.test(text)
const ofOneWord =
  (mangle: (text: string) => string): Mangle =>
  (text) =>
    isOneWord(text) ? mangle(text) : text

const everyMark = (text: string) =>
  text.replaceAll(/[^A-Za-z0-9\n\r ]/gu, (letter) => encodeURIComponent(letter).replace(/^[^%]$/u, hexOf))
const hexOf = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

function secondDefense(text: string): string {
  const link = linkOf(text).replaceAll(/[^A-Za-z0-9./]/gu, (letter) => `-${hexOf(letter).slice(1)}`)
  return `https://urldefense.proofpoint.com/v2/url?u=${link.replaceAll('/', '_')}&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf&r=x1&m=y2&s=z3&e=`
}

function thirdDefense(text: string): string {
  let replaced = ''
  const link = linkOf(text).replaceAll(/[^A-Za-z0-9._~:/?=&-]/gu, (letter) => {
    replaced += letter
    return '*'
  })
  const runs = link.replaceAll(/\*{2,}/gu, (run) => `**${'ABCDEFGHIJKLMNOP'[run.length - 2] ?? ''}`)
  return `https://urldefense.com/v3/__${runs}__;${Buffer.from(replaced).toString('base64url')}!!Abc-123_x!Q9$`
}

export const LINKS: Readonly<Record<string, Mangle>> = {
  'a link': ofOneWord(linkOf),
  'percent-encoding': everyMark,
  Outlook: ofOneWord((text) => `https://nam12.safelinks.protection.outlook.com/?url=${encoded(text)}&amp;data=05%7C01%7Cbob%40b.example%7C&sdata=aBc%3D&reserved=0`),
  'URL Defense v2': ofOneWord(secondDefense),
  'URL Defense v3': ofOneWord(thirdDefense),
  Barracuda: ofOneWord((text) => `https://linkprotect.cudasvc.com/url?a=${encoded(text)}&c=E,1,x-Y_z&typo=1`),
  'Mimecast with the link': ofOneWord((text) => `https://url.uk.m.mimecastprotect.com/r/x1?u=${encoded(text)}&t=1`),
  Google: ofOneWord((text) => `<https://www.google.com/url?q=${encoded(text)}&source=gmail&ust=1700000000000>`),
  Cisco: ofOneWord((text) => `https://secure-web.cisco.com/1aB-c_/${encoded(text)}`),
} // prettier-ignore

/** The link in base64, which nothing may cut afterwards. */
export const OUTERMOST_LINKS: Readonly<Record<string, Mangle>> = {
  Sophos: ofOneWord((text) => `https://eu-west-1.protection.sophos.com/?d=b.example&u=${Buffer.from(linkOf(text)).toString('base64')}&i=abc`),
} // prettier-ignore
