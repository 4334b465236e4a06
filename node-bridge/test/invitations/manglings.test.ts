import { normaliseGaps, SEARCH_BOUNDS, UNWRAPPINGS, searchPaste } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { LINKS } from '../../../tests/long/pastes/mangle-links.ts'
import { runPastes } from '../../../tests/long/pastes/run-pastes.ts'
import { createInvitationCode, processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { COMPANY_A, CONNECTION, NOW } from '../handshake/messages/parties.ts'
import { processorMs } from '../processor-time.ts'
import { refusalOf } from '../refused.ts'
import { created, identity } from './signed-codes.ts'

const { code } = created
const lines = (text: string, width = 64) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
/** As a gateway writes a link in which `#`, `;`, `!` and `$` were replaced. */
const thirdDefense = (text: string) => LINKS['URL Defense v3']?.(text, () => 0) ?? ''
const numbered = (mark: string) =>
  lines(code)
    .map((line, at) => `${at + 1}${mark}${line}`)
    .join('\n')
const encoded = encodeURIComponent(`https://node-b.example/accept#code=${code}`)

test.each<[string, string]>([
  ['look-alike dashes', code.replaceAll('-', '\u2013')],
  ['two hyphens that became one dash', code.replaceAll('--', '\u2014')],
  ['two kinds of dashes, one of which was two hyphens', `${code.replaceAll('--', '\u2014').replaceAll('-', '\u2013')}`],
  ['look-alike underscores', code.replaceAll('_', '\uFF3F')],
  ['a capital at the beginning', code.replace('accord', 'Accord')],
  ['full-width letters', code.replaceAll(/[!-~]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfe_e0))],
  ['entities for its marks', code.replaceAll('_', '&lowbar;').replaceAll('-', '&#45;').replaceAll('.', '&#x2e;')],
  ['tags and entities between its lines', lines(code).join('<br>&nbsp;\r\n')],
  ['soft line ends of quoted-printable', `?code=3D${lines(code, 70).join('=\r\n')}`],
  ['soft line ends that were joined', lines(code, 70).join('=')],
  ['soft line ends that were joined, the last of them before a closing mark', `~${lines(code, 70).join('=')}=~`],
  ['soft line ends that were encoded twice', lines(code, 70).join('=3D=\r\n\r\n')],
  ['dots doubled by SMTP', code.replaceAll('.', '\r\n..')],
  ['dots doubled by SMTP, with a line end between them', code.replaceAll('.', '\r\n.\r\n.')],
  [
    'rich text whose units hold gaps',
    `{\\rtf1 ${Array.from(code, (letter) => `\\u${letter.charCodeAt(0)}?`.replace(/\d\?/u, '\n$&')).join('')}}`,
  ],
  ['a dot that SMTP took at the beginning of a line', code.replace('.', '\r\n')],
  ['marks of quoted lines in HTML', `&gt; ${lines(code).join('<br>&gt; ')}`],
  ['percent-encoding', code.replaceAll('_', '%5F').replaceAll('.', '%2E')],
  ['percent-encoding, twice', code.replaceAll('_', '%255F').replaceAll('.', '%252E')],
  ['Outlook', `https://nam12.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01&reserved=0`],
  ['Google', `https://www.google.com/url?q=${encoded}&source=gmail`],
  ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x&typo=1`],
  ['URL Defense v3', `https://urldefense.com/v3/__https://node-b.example/accept*code=${code}__;Iw!!Abc$`],
  ['URL Defense v3, twice', thirdDefense(thirdDefense(code))],
  ['URL Defense v3, cut in its closing marks', thirdDefense(code.replaceAll('_', '%5F')).replace('__;', '_\n_;')],
  ['line numbers', numbered(': ')],
  ['line numbers away from their marks', numbered('\n: ')],
  ['line numbers with a gap inside', numbered(': ').replaceAll(/^1(?=\d)/gmu, '1\n')],
  ['line numbers behind lines that were folded', numbered(': ').replaceAll(/(.{3})$/gmu, '\n$1')],
  ['initials as quote marks', `AB> ${lines(code).join('\nAB> ')}`],
  [
    'initials as quote marks, behind lines that were folded',
    `AB> ${lines(code).join('\nAB> ')}`.replaceAll(/.(?=\n)/gu, '\n$&'),
  ],
  [
    'initials with gaps inside',
    `AB> ${lines(code).join('\nAB> ')}`.replace('\nAB>', '\nA\nB>').replace('\nAB>', '\nAB\n>'),
  ],
  [
    'a link whose last letters stand alone before its mark',
    `<https://b.example/#code=${code.slice(0, -2)}\n${code.slice(-2)}|accord1_…>`,
  ],
  ['Slack', `<https://node-b.example/accept#code=${code}|${code.slice(0, 50)}…>`],
  [
    'Slack, behind a gateway',
    LINKS['URL Defense v2']?.(encodeURIComponent(`<https://b.example/#code=${code}|${code.slice(0, 60)}…>`), () => 0) ??
      '',
  ],
  ['a link with an abbreviation as its text', `<a href="https://b.example/#${code}">${code.slice(0, 70)}...</a>`],
  ['a string of JSON', JSON.stringify({ text: `Code:\n${lines(code).join('\n')}` })],
  ['a string in pieces', `"${lines(code).join('" +\n  "')}"`],
  ['rich text', `{\\rtf1\\ansi{\\fonttbl{\\f0 Calibri;}}\\f0 ${lines(code).join('\\par\n')}\\par}`],
  ['the body in base64', lines(Buffer.from(`Hello Bob,\n${code}\n`).toString('base64'), 76).join('\r\n')],
  ['UTF-16 that was read as single bytes', Array.from(code, (letter) => `${letter}\0`).join('')],
  ['a sentence about the prefix', `The code begins with accord1_. Here it is:\n${code}`],
  ['italics', `_${code}_`],
])('a code under %s is the code that was sent', async (_, text) => {
  expect((await processInvitationCode(text)).code).toBe(code)
})

test.each([': ', ' '])(
  'a digit of the code at the beginning of a line, with a gap behind it, is no line number, where numbers end with “%s”',
  async (mark) => {
    const numbers = lines(code, 40).map((line, at) => `${at + 1}${mark}${line}`)
    let tried = 0
    for (const [at, number] of numbers.entries()) {
      const digit = /(?<=^.{7,})\d(?=[^\d\s])/u.exec(number)
      if (!digit || Number(digit[0]) === at + 2) continue
      const folded = `${number.slice(0, digit.index)}\n${digit[0]}\u00AD${number.slice(digit.index + 1)}`
      tried += 1
      expect((await processInvitationCode(numbers.with(at, folded).join('\n'))).code).toBe(code)
    }
    expect(tried).toBeGreaterThan(5)
  },
)

test('lines that were folded twice are one, whatever their letters and the escapes between them', async () => {
  const invisible = lines(code, 30).join('=E2=80=8B')
  const foldedAt = (width: number) => invisible.match(new RegExp(`(?:=[0-9A-F]{2}|.){1,${width}}`, 'gu')) ?? []
  for (let width = 50; width < 76; width += 1)
    for (const end of ['==\r\n', '==\n', '== \r\n'])
      expect((await processInvitationCode(foldedAt(width).join(end))).code).toBe(code)
})

const middle = code.indexOf('.') + 100
test.each<[string, string, string, string]>([
  ['the end', code.slice(0, -40), 'code_truncated', 'end'],
  ['the end, and words follow', `${code.slice(0, middle)}\n\nBest regards, Ann`, 'code_truncated', 'end'],
  ['the beginning', code.slice(40), 'code_truncated', 'beginning'],
  ['a line in the middle', code.slice(0, middle) + code.slice(middle + 77), 'code_truncated', 'middle'],
  ['nothing, but a letter is another one', code.replace('.', '*.'), 'code_malformed', 'changed'],
  ['nothing, but there are two codes', `${code}\n${code.replace('.', '.e')}`, 'code_malformed', 'several'],
  ['everything', 'Hello Bob, the code comes tomorrow.', 'code_malformed', 'none'],
  ['everything but a link of the gateway', 'https://url.uk.m.mimecastprotect.com/s/AbC?domain=b.example', 'code_malformed', 'hidden'],
])('what is missing is named: %s', async (_, text, name, paste) => {
  for (const pasted of [text, text.replaceAll('_', '&#95;'), lines(text).join('=\r\n')]) {
    const refusal = await refusalOf(processInvitationCode(pasted))
    expect([refusal.code, refusal.facts?.['paste']]).toEqual([name, paste])
  }
}) // prettier-ignore

const CLOSINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['words', (text) => `${text}\n\nBest regards,\nAnn`],
  ['a name', (text) => `${text}\nAnn`],
  ['a prompt', (text) => `${text}\nPS C:\\Users\\ann>`],
  ['words and a prompt', (text) => `${text}\n\nBest regards,\nAnn\nPS C:\\Users\\ann>`],
  ['a gateway, quoted', (text) => `> ${lines(thirdDefense(text)).join('\n> ')}`],
  ['italics', (text) => `_${text}_`],
  ['a tag', (text) => `<p><a href="https://b.example/accept">${text}</a></p>`],
  ['rich text', (text) => `{\\rtf1\\ansi ${text}\\par}`],
]
test.each(CLOSINGS)(
  'a code whose last letters are missing, however many, lacks its end: before %s',
  async (_, close) => {
    for (let missing = 1; missing <= 30; missing += 1) {
      const refusal = await refusalOf(processInvitationCode(close(code.slice(0, -missing))))
      expect([missing, refusal.code, refusal.facts?.['paste']]).toEqual([missing, 'code_truncated', 'end'])
    }
  },
)

test('a second code that another wrapping hides is seen: which of the two was meant is not guessed', async () => {
  const { code: other } = await createInvitationCode({ nodeInfo: COMPANY_A, connection: CONNECTION }, identity, NOW)
  const hidden = other.replace('accord', 'acco&shy;rd')
  const inLines = lines(`{"code":"${code}\\n${other}"}`, 70).map((line, at) => `${at + 1}: ${line}`)
  for (const text of [`${code}\n${hidden}`, `${hidden}\n${code}`, inLines.join('\n')]) {
    const refusal = await refusalOf(processInvitationCode(text))
    expect([refusal.code, refusal.facts?.['paste']]).toEqual(['code_malformed', 'several'])
  }
})

test('a code that ends inside of its payload, in lines that were joined, lacks its end whatever words follow', async () => {
  for (const until of [400, 500, 600]) {
    const refusal = await refusalOf(
      processInvitationCode(`_${lines(code.slice(0, until), 75).join('=')}\r\n\r\nBest regards,\r\nAnn_`),
    )
    expect([until, refusal.code, refusal.facts?.['paste']]).toEqual([until, 'code_truncated', 'end'])
  }
})

const lacksItsEnd = async (text: string, why: unknown) => {
  const refusal = await refusalOf(processInvitationCode(text))
  expect([why, refusal.code, refusal.facts?.['paste']]).toEqual([why, 'code_truncated', 'end'])
}

test('a line of a code that reads as base64 of a text is none, wherever the lines were joined', async () => {
  for (let missing = 90; missing < 90 + 76; missing += 1) {
    const cut = code.slice(0, -missing)
    const quoted = JSON.stringify({ code: `„${cut}“` })
    for (const text of [quoted, quoted.replace('_', String.raw`\u005f`), `${' '.repeat(missing)}${cut}`])
      await lacksItsEnd(lines(text, 75).join('='), missing)
  }
})

test('a soft line end before letters that an escape may have too is no dot, and 86 letters behind it no signature', async () => {
  const codes = ['', 'x', 'xx'].map(async (pad) => {
    const connection = { ...CONNECTION, description: pad + 'ca1'.repeat(40) }
    return (await createInvitationCode({ nodeInfo: COMPANY_A, connection }, identity, NOW)).code
  })
  const withEscape = (await Promise.all(codes)).find((each) => each.includes('2Ex')) ?? ''
  const at = withEscape.indexOf('2Ex')
  expect(at).toBeGreaterThan(0)
  for (const length of [80, 87, 90, 120, 200])
    await lacksItsEnd(`${withEscape.slice(0, at)}=${withEscape.slice(at, at + length)}`, length)
})

test('a soft line end before digits that would be a character of no text is no letter that was changed', async () => {
  const codes = ['', 'x', 'xx'].map(async (pad) => {
    const connection = { ...CONNECTION, description: `${pad}${'d-6eb2'.repeat(10)}${'ca1'.repeat(20)}` }
    return (await createInvitationCode({ nodeInfo: COMPANY_A, connection }, identity, NOW)).code
  })
  const withBoth = (await Promise.all(codes)).find((each) => each.includes('02Z') && each.includes('2Ex')) ?? ''
  const joined = withBoth.replace('02Z', '=02Z').replace('2Ex', '=2Ex')
  expect(joined.length).toBe(withBoth.length + 2)
  for (const missing of [90, 120, 158]) await lacksItsEnd(joined.slice(0, -missing), missing)
})

test('manglings in any order, at random: every code is found, and what cannot be found gets the right reason', async () => {
  expect((await runPastes(300, 'in any order')).complaints).toEqual([])
}, 60_000)

test('a search ends at its bounds, whatever the text', () => {
  for (const text of ['&amp;lt;%253D=\n> \u2014"\\u0026'.repeat(2700), `${'%25'.repeat(200)}5F`]) {
    const search = searchPaste(text)
    let [texts, characters] = [0, 0]
    for (let next = search.next(); next !== undefined; next = search.next()) {
      texts += 1
      characters += next.length
    }
    expect(texts).toBeLessThanOrEqual(SEARCH_BOUNDS.texts)
    expect(characters).toBeLessThanOrEqual(SEARCH_BOUNDS.characters)
  }
})

// Rich text is one as a whole or not at all.
test('whatever an unwrapping changes holds what it looks for, so that the search never passes over it', () => {
  const pieces = ['accord1_eyJ', '_', ';', '=', '3D', '&', '#45;', '<', 'br', '>', '\\', 'u002d', '{', 'rtf', '%', '5F', '?u=', '/v3/__', '12', ':', '|', 'AB', 'a', '.', '-', '\u2013', '\u2014', '\uFF3F', '"', ' ', '\n', 'QUJDREVGR0hJSktMTU5PUA'] // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = normaliseGaps(parts.join(''))
      for (const { name, needs, unwrap } of UNWRAPPINGS.filter((each) => each.name !== 'rich text'))
        expect([name, needs.test(text) || unwrap(text) === text]).toEqual([name, true])
    }),
    { numRuns: 3000 },
  )
})

test('no unwrapping takes long over 64 KiB of what it looks for', () => {
  const texts = ['<a ', '&#', '=3', '%2', '\\', '_', '__;', '?u=', '> ', '\n1: ', 'QUJD', 'accord1', '{\\rtf ', '"\n"']
  for (const { name, needs, unwrap } of UNWRAPPINGS)
    for (const piece of texts) {
      const text = piece.repeat(65_536 / piece.length)
      const started = processorMs()
      needs.test(text)
      unwrap(text)
      const tookMs = processorMs() - started
      expect([name, piece, tookMs < 200]).toEqual([name, piece, true])
    }
})
