/**
 * The threat table as the console shows it: without the column that names the tests, which only who has the sources can look up.
 * It is as long as the rest of the table, and each byte of the page is loaded by every browser.
 */
export const withoutTests = (markdown: string): string =>
  markdown.replaceAll(/^(?:\|[^|\n]*\|[^|\n]*)\| (?:tests|---|`(?:[\w-]+\/)+[\w.-]+`: [^|\n]*) \|$/gmu, (row) =>
    row.slice(0, row.lastIndexOf('|', row.length - 2) + 1),
  )

/** The glossary as the console shows it: its last two sections name folders and tables, for whoever has the sources. */
export const withoutFolders = (markdown: string): string => markdown.replace(/\n## Folders\n[^]*$/u, '')

/**
 * The reference as the console shows it: its calls alone. It names the audience of each call, and from that its token follows; and that
 * a whole number lies within what JavaScript counts exactly goes without saying.
 */
export const withoutTokens = (markdown: string): string =>
  withoutBeginning(markdown)
    .replaceAll(/, (?:minimum: `-9007199254740991`|maximum: `9007199254740991`)/gu, '')
    .replace(/#### Authentication\n\n- \*\*(?:instance|operator)Token\*\* .*\n\n/gu, '')

const withoutBeginning = (markdown: string): string => {
  const calls = markdown.indexOf('## Operations\n')
  return calls < 0 ? markdown : markdown.slice(calls)
}

/** What the instance may ask an operator may, too, under another path: the page says so once, and lists those calls once. */
export const withoutOperatorCopies = (markdown: string): string => {
  const [beginning = '', ...calls] = markdown.split(/^### (?=.+\n\n- \*\*Method:)/mu)
  const titleOf = (call: string) => call.split('\n', 1)[0]
  const ofInstance = new Set(calls.filter((call) => call.includes('`/instance/v1/')).map(titleOf))
  const isCopy = (call: string) => call.includes('`/operator/v1/') && ofInstance.has(titleOf(call))
  return [beginning, ...calls.filter((call) => !isCopy(call))].join('### ')
}
