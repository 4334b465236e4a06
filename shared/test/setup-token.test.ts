import { readSetupToken } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'

const token = 'aZ09-_bcDEfgHIjkLMnoPQrsTUvwXY12'
const link = `https://node-a.example/console/#/welcome?token=${token}`

test.each<[string, string]>([
  ['alone', token],
  ['behind the mark of the page', `#/welcome?token=${token}`],
  ['in its link', link],
  ['with words behind it', `${link} works for a day. Thanks, Ann`],
  ['with a full stop behind it', `${link}.`],
  ['in angle brackets', `<${link}>`],
  ['encoded by a gateway', `#%2Fwelcome%3Ftoken%3D${token}`],
  ['encoded twice', encodeURIComponent(encodeURIComponent(link))],
  ['in quoted-printable', link.replace('=', '=3D').replace('HIjk', 'HI=\r\njk')],
  ['on two lines', link.replace('HIjk', 'HI\njk')],
  ['with look-alike dashes', link.replaceAll('-', '\u2011')],
  ['as HTML', `<a href="${link}">Set your password</a>`],
  ['with an invisible character behind it', `#/welcome?token=${token}%E2%80%8B`],
])('a token of a set-up link %s is read', (_, text) => {
  expect(readSetupToken(text)).toBe(token)
})

test.each<[string, string]>([
  ['a token that is cut off', link.slice(0, -5)],
  ['longer letters', `${link}abc`],
  ['an address', 'https://node-a.example/console/'],
  ['a text that is far too long', `${'x'.repeat(1000)} ${link}`],
])('%s is no set-up link', (_, text) => {
  expect(readSetupToken(text)).toBeUndefined()
})

test('a stranger can ask for little work only: a few milliseconds for each text', () => {
  for (const piece of ['token=', '%25', '&amp;', '=3D', '\u2014=\n> &shy;%0A\\n"<br>']) {
    const before = process.threadCpuUsage().user
    for (let times = 0; times < 10; times += 1) readSetupToken(piece.repeat(Math.floor(1000 / piece.length)))
    expect([piece, (process.threadCpuUsage().user - before) / 10_000 < 100]).toEqual([piece, true])
  }
})
