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

/** The reference as the console shows it: it names the audience of each call, and from that its token follows. */
export const withoutTokens = (markdown: string): string =>
  markdown.replace(/#### Authentication\n\n- \*\*(?:instance|operator)Token\*\* .*\n\n/gu, '')
