import { pick } from '../codes/dress.ts'
import { wrap, type Mangle } from './mangle-characters.ts'

const rtfOf = (text: string) =>
  text
    .replaceAll(/[\\{}]/gu, (mark) => `\\${mark}`)
    .replaceAll(/[\u0080-\uFFFF]/gu, (letter) => String.raw`\u${letter.charCodeAt(0)}?`)
    .replaceAll(/\r?\n/gu, '\\par\n')

export const CHATS: Readonly<Record<string, Mangle>> = {
  'code fence': (text, random) => pick(random, [`\`\`\`\n${text}\n\`\`\``, `\`\`\`text\n${text}\n\`\`\``, `\`${text}\``]),
  'Markdown escapes': (text) => text.replaceAll(/[_.\\*`-]/gu, (mark) => `\\${mark}`),
  'bold and quoted': (text, random) => pick(random, [`**${text}**`, `~${text}~`, `_${text}_`, `<${text}>`, `(${text})`]),
  Slack: (text) => (/\s/u.test(text) ? text : `<https://node-b.example/accept#code=${text}|${text.slice(0, 60)}…>`),
  Teams: (text) => (/\s/u.test(text) ? text : `[open](https://node-b.example/accept#code=${text})`),
  'a string of JSON': (text) => JSON.stringify({ code: text }),
  'JSON with escapes': (text) =>
    JSON.stringify(text).replaceAll(/[_-]|[\u0080-\uFFFF]/gu, (mark) => String.raw`\u` + mark.charCodeAt(0).toString(16).padStart(4, '0')),
  'a string in pieces': (text) => (text.includes('\\') ? text : `"${wrap(text, 60, '" +\n  "')}"`),
  'rich text': (text) => `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22 ${rtfOf(text)}\\par}`,
  'a terminal': (text) => `PS C:\\Users\\ann> accord code\n${text}\nPS C:\\Users\\ann>`,
  'line numbers': (text) => wrap(text, 70, '\n').split('\n').map((line, at) => `${at + 1}: ${line}`).join('\n'),
} // prettier-ignore
