/** How a word of the other side is written as text of a script, whatever stands in it. */
export const quoted = (word: string): string =>
  `'${JSON.stringify(word).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** As the name of a line; `__proto__` is no line otherwise. */
export function lineName(word: string): string {
  if (word === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/u.test(word) ? word : quoted(word)
}

/** Where the author fills in what the word means; nothing knows it, so that nothing wrong is published unseen. */
export const BLANK = "'?'"

/** What the line beside it has, emptied: the same shape, and nothing that could be right by chance. */
export function emptied(value: string): string {
  const empty = value.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu, BLANK)
  return empty === value ? BLANK : empty
}
