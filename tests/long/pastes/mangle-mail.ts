import { pick } from '../codes/dress.ts'
import { PIECE, sprinkle, wrap, type Mangle } from './mangle-characters.ts'

const hexOf = (letter: string, mark: string) =>
  [...Buffer.from(letter)].map((byte) => mark + byte.toString(16).toUpperCase().padStart(2, '0')).join('')

const quoted = (text: string) => text.replaceAll(/[^\t\n\r -<>-~]/gu, (letter) => hexOf(letter, '='))

/** Lines of at most 76 characters that end with `=`; an escape is never cut. */
function fold(text: string, end: string): string {
  const lines = text.split(/\r?\n/u).map((line) => line.match(new RegExp(`${PIECE}{1,75}`, 'gu')) ?? [''])
  return lines.map((pieces) => pieces.join(end)).join('\r\n')
}

const quote = (text: string, mark: string) =>
  text
    .split('\n')
    .map((line) => mark + line)
    .join('\n')

const HEADERS = '---------- Forwarded message ---------\nFrom: Ann <ann@a.example>\nSubject: Invitation\n\n'

/** A transfer encoding is the outermost thing of a mail: nothing changes its letters. */
export const OUTERMOST: Readonly<Record<string, Mangle>> = {
  'base64 of the body': (text) => wrap(Buffer.from(text).toString('base64'), 76, '\r\n'),
  'UTF-16 read as bytes': (text) => Array.from(text, (letter) => `${letter}\0`).join(''),
}

export const MAIL: Readonly<Record<string, Mangle>> = {
  'quoted-printable': (text, random) => fold(quoted(text), pick(random, ['=\r\n', '=\n', '= \r\n'])),
  'quoted-printable, lines joined': (text) => fold(text, '='),
  'dots doubled by SMTP': (text) => wrapBeforeDots(text).replaceAll(/^\./gmu, '..'),
  'quote marks': (text, random) => quote(wrap(text, 70, '\n'), pick(random, ['> ', '>> ', '> > ', '>', '| '])),
  'initials as quote marks': (text) => quote(wrap(text, 70, '\n'), 'AB> '),
  'forwarded twice': (text) => HEADERS + quote(HEADERS + quote(wrap(text, 72, '\n'), '> '), '> '),
  'words around': (text) => `Hello Bob,\n\nhere is the code:\n\n${text}\n\nBest regards,\nAnn`,
  'a label': (text) => `Invitation code: ${text}`,
  'quotation marks': (text, random) => pick(random, [`"${text}"`, `“${text}”`, `„${text}“`, `'${text}'`, `«${text}»`]),
  'twice in one paste': (text, random) => text + pick(random, ['\n', '\n\n', ' ']) + text,
}

const wrapBeforeDots = (text: string) => text.replaceAll(/(?<=[\w-]{20})\.(?=[\w-]{20})/gu, '\n.')

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const BETWEEN = '\uE000'

/** An entity is never cut. */
const escapedLines = (text: string, end: string) =>
  text
    .split('\n')
    .map((line) => wrap(line, 64, '\n').split('\n').map(escapeHtml).join(end))
    .join('<br>\n')

export const HTML: Readonly<Record<string, Mangle>> = {
  'escaped for HTML': (text) => escapeHtml(text).replaceAll('"', '&quot;'),
  'marks as entities': (text, random) => {
    const [dash, line, dot] = pick(random, [['&#45;', '&#95;', '&#46;'], ['&#x2D;', '&#x5f;', '&#x2e;'], ['&hyphen;', '&lowbar;', '&period;']]) // prettier-ignore
    return escapeHtml(text).replaceAll('-', dash ?? '').replaceAll('_', line ?? '').replaceAll('.', dot ?? '')
  },
  'entities between the letters': (text, random) =>
    escapeHtml(sprinkle([BETWEEN])(text, random)).replaceAll(BETWEEN, () =>
      pick(random, ['&shy;', '&nbsp;', '&ZeroWidthSpace;', '&#8203;', '&#xAD;', '&zwnj;']),
    ),
  'tags between lines': (text, random) =>
    escapedLines(text, pick(random, ['<br>', '<br/>\n', '<wbr>', '</p><p>', '</div>\n<div class="x">', '<BR clear="all">'])),
  'a link with the code as its text': (text) => `<p>Open <a href="https://b.example/accept">${escapeHtml(text)}</a></p>`,
} // prettier-ignore
