import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'

import { findLicence } from '../../src/licence/find-licence.ts'
import { refusalOf } from '../refused.ts'
import { createVendor, DAY_MS } from './vendor.ts'

const NODE = randomUUID()
const vendor = await createVendor()
const stranger = await createVendor()
const token = await vendor.sign()
const find = (text: string) => findLicence(text, [vendor.key.publicJwk], NODE)
const lines = (text: string, width = 64) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []

test.each<[string, string]>([
  ['nothing', token],
  ['blanks, line breaks and quotes', `\n "${token.slice(0, 70)}\r\n   ${token.slice(70)}"\n`],
  ['a label and words', `Hello Bob,\nyour licence: ${token}\nThanks, Ann.`],
  ['words in the same line', `Licence ${token} is good for a year.`],
  ['marks of quoted lines', lines(token).map((line) => `> ${line}`).join('\n')],
  ['itself behind it', `${token}\n${token}`],
  ["a shell's prompts", `vendor@host:~$ accord-licence sign\n${token}\nvendor@host:~$ `],
  ['soft line ends of quoted-printable', lines(token, 70).join('=\r\n')],
  ['dots doubled by SMTP', token.replaceAll('.', '\r\n..')],
  ['look-alike dashes and underscores', token.replaceAll('-', '\u2011').replaceAll('_', '\uFF3F')],
  ['entities and tags', `<p>${lines(token.replaceAll('_', '&lowbar;')).join('<br>\r\n')}</p>`],
  ['percent-encoding', token.replaceAll('_', '%5F').replaceAll('.', '%2E')],
  ['the body in base64', lines(Buffer.from(`Hello Bob,\n${token}\n`).toString('base64'), 76).join('\r\n')],
  ['a code fence', `\`\`\`\n${token}\n\`\`\``],
])('a licence with %s around it is the licence that was sent', async (_, text) => {
  expect((await find(text)).token).toBe(token)
}) // prettier-ignore

test('of an older and a newer licence in one thread the one that lasts longer is taken', async () => {
  const older = await vendor.sign({}, undefined, new Date(Date.now() - 300 * DAY_MS))
  for (const text of [`${token}\n\n> ${older}`, `${older}\n${token}`]) expect((await find(text)).token).toBe(token)
})

test('what is none is refused by what is known of it, under whatever surrounds it', async () => {
  const cases: [string, string][] = [
    ['licence_malformed', 'Hello Bob, the licence comes tomorrow.'],
    ['licence_malformed', token.slice(0, -30)],
    ['licence_forged', await stranger.sign()],
    ['licence_foreign', await vendor.sign({ instanceUid: randomUUID() })],
  ]
  for (const [code, text] of cases)
    for (const pasted of [text, `> ${text}\n> Thanks`, text.replaceAll('_', '&#95;')])
      expect([pasted, (await refusalOf(find(pasted))).code]).toEqual([pasted, code])
})

test('a hostile text can not ask for endless work', async () => {
  for (const text of ['eyJ'.repeat(10_000), 'eyJ.'.repeat(8000), `${token.slice(0, -1)}!\n`.repeat(60)]) {
    const before = process.threadCpuUsage().user
    await refusalOf(find(text))
    expect((process.threadCpuUsage().user - before) / 1000).toBeLessThan(1000)
  }
})
