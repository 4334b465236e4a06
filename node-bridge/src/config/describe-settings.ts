import { SETTINGS } from './settings.ts'
import type { Setting } from './setting-kinds.ts'

const rows = (): [string, Setting][] => Object.entries<Setting>(SETTINGS)

/** What holds where nothing is set. */
function defaultOf({ schema, shown }: Setting): string {
  if (shown !== undefined) return shown
  const value: unknown = schema.safeParse(undefined).data
  return value === undefined || (Array.isArray(value) && value.length === 0) ? '(none)' : String(value)
}

/** The table of settings that `--help` prints. */
export const describeSettings = (): string =>
  rows()
    .map(
      ([name, setting]) =>
        `  ${name.padEnd(31)} ${setting.summary}.\n  ${' '.repeat(31)} Default: ${defaultOf(setting)}\n`,
    )
    .join('')

/** The same for docs/operations.md, with what only a document has room for. */
export const settingsTable = (): string =>
  [
    '| setting | default | what it does |',
    '| --- | --- | --- |',
    ...rows().map(([name, setting]) => `| \`${name}\` | ${defaultOf(setting)} | ${sentencesOf(setting)} |`),
  ].join('\n')

/** What a line of help has as it is, and Markdown as code: names, also those of headers, addresses and paths. */
const LITERAL = /\b(?:(?:ACCORD|OTEL)_[A-Z_]+|NAME=value|[A-Z]\w*(?:-[A-Z]\w*){2,}|\w+:\/\/\S+)|(?<=\s)\/[\w/]+/gu

const sentencesOf = ({ summary, more }: Setting): string =>
  [summary.replaceAll(LITERAL, '`$&`'), ...(more === undefined ? [] : [more])].join('. ')
