const LONGEST = 100
const EXTENSION = /\.[A-Za-z0-9]{1,10}$/
/** Separators of paths, and what a file system or a page takes for more than a letter. */
const SIGNS = '\\/:*?"<>|'

/** From, to: controls, and letters that nobody sees or that change the direction of what follows them. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
]

/** What another company calls its file, as it can be called here: a plain name, no path, and its end says what it is. */
export function fileNameOf(given: string): string {
  const letters = given.split('').map((letter) => (isSafe(letter) ? letter : '_'))
  const name = letters.join('').replace(/^[.\s]+|[.\s]+$/g, '')
  if (name.length <= LONGEST) return name || 'file'
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  return name.slice(0, LONGEST - extension.length) + extension
}

function isSafe(letter: string): boolean {
  const code = letter.charCodeAt(0)
  return SIGNS.indexOf(letter) < 0 && !UNSEEN.some(([from, to]) => code >= from && code <= to)
}
