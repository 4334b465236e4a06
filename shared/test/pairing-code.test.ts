import { readPairingCode } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'

import { pairingNotice } from '../../node-bridge/src/observability/pairing-notice.ts'

const secret = 'aZ09-_bcDEfgHIjkLMnoPQrsTUvwXY12'
const nodeUrl = 'https://node-a.example'
const code = `${nodeUrl}#pair=${secret}`

test.each<[string, string]>([
  ['the code alone', code],
  ['words behind it', `${code}\nThanks, Ann`],
  ['words behind it in the same line', `${code} works until noon, thanks`],
  ['words before and behind', `Hello Bob,\n\nplease paste ${code}\n\nBest regards\nAnn`],
  ['the box that the node prints', pairingNotice({ pairingCode: code, expiresAt: '2026-11-29T03:00:00.000Z' })],
  ["a shell's prompt", `ops@node-a:~$ accord pair --local\n${code}\nops@node-a:~$ `],
  ['PowerShell', `PS C:\\accord> accord pair --local\n${code}\nPS C:\\accord>`],
  ['the code twice', `${code}\n${code}`],
  ['a wrapped line', code.replace('HIjk', 'HI\njk')],
  ['a wrapped address', code.replace('node-a', 'node\n-a')],
  ['look-alike dashes', code.replaceAll('-', '\u2011')],
  ['quoted-printable', code.replace('=', '=3D').replace('HIjk', 'HI=\r\njk')],
  ['entities and a tag', `<p>${code.replaceAll('_', '&lowbar;')}<br>Thanks</p>`],
  ['a link of Outlook', `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(code)}&data=05`],
  ['a quoted mail', `> Hello\n> ${code}\n> Thanks`],
  ['a chat', `<${code}|${nodeUrl}>`],
  ['backticks and a slash', `\`${code.replace('#', '/#')}\``],
  ['an address in the words before', `See https://docs.example/setup and paste ${code}`],
])('a pairing code with %s is read', (_, text) => {
  expect(readPairingCode(text)).toEqual({ nodeUrl, secret })
})

test.each<[string, string]>([
  ['no fragment', nodeUrl],
  ['a secret that is cut off', `${nodeUrl}#pair=abc`],
  ['no address', `#pair=${secret}`],
  ['an invitation code', 'accord1_eyJhbGciOiJFZDI1NTE5In0.e30.c2ln'],
  ['a text that is far too long', 'x'.repeat(70_000) + code],
])('%s is no pairing code', (_, text) => {
  expect(readPairingCode(text)).toBeUndefined()
})

const cpuMs = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Time of this thread's processor, so that others on the machine are not counted. */
test('64 KiB of near-misses cost half a second of work at most', () => {
  for (const piece of ['#pair=', 'https://', 'http', 'h t t p', '%23pair%3D', 'https://a#pair=b ', 'h\n#pair=']) {
    const started = cpuMs()
    readPairingCode(piece.repeat(65_536 / piece.length))
    expect([piece, cpuMs() - started < 500]).toEqual([piece, true])
  }
})
